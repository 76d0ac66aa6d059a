import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../src/adapter/connection.ts";
import { EngineError } from "../../src/errors/engine-error.ts";
import type { FaultKind, PlannedFault } from "../../src/glue-endpoint/fault-injector.ts";
import { openSessionFixture } from "./session-fixture.ts";
import type { SessionFixture } from "./session-fixture.ts";

/** Incompressible, so that its request needs several statements. */
const LONG = randomBytes(60_000).toString("base64");
const INSERTS = ["a1", "a2", "b1", LONG];

interface Outcome {
  /** Codes of the errors of the statements that failed, by what they would have inserted. */
  readonly failed: ReadonlyMap<string, string>;
  /** What is in the tables. */
  readonly rows: readonly string[];
  readonly closed: string | undefined;
}

/** Two lanes insert into their tables and read them, while the planned fault happens. */
async function work(faults: readonly PlannedFault[], options = {}): Promise<Outcome> {
  const fixture = await openSessionFixture({ faults });
  try {
    const engine = await fixture.engine.connect("engine");
    for (const table of ["a", "b"]) await engine.execute(`create table ${table} (v string)`);
    const adapter = fixture.open(options);
    const failed = new Map<string, string>();
    const insert = async (lane: Connection, table: string, value: string): Promise<void> => {
      await lane
        .execute(`insert into ${table} values ('${value}')`, { node: value })
        .catch((error: unknown) => failed.set(value, codeOf(error)));
    };
    const [a, b] = await Promise.all([adapter.connect("a"), adapter.connect("b")]);
    await Promise.all([
      insert(a, "a", "a1").then(() => insert(a, "a", "a2")),
      insert(b, "b", "b1").then(() => insert(b, "b", LONG)),
    ]);
    const closed = await adapter.close().then(() => undefined, codeOf);
    const { rows } = await engine.execute("select v from a union all select v from b");
    return { failed, rows: rows.map(([value]) => String(value)), closed };
  } finally {
    await close(fixture);
  }
}

async function close(fixture: SessionFixture): Promise<void> {
  await fixture.close().catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof EngineError ? error.code : String(error);
}

/** What must hold whatever happened: a statement that is reported as done was done, once. */
function checkTruth({ failed, rows }: Outcome, what: string): void {
  for (const value of INSERTS) {
    const count = rows.filter((row) => row === value).length;
    const name = value.slice(0, 10);
    if (failed.has(value)) expect(count, `${what}: ${name} twice`).toBeLessThanOrEqual(1);
    else expect(count, `${what}: ${name} is reported as done`).toBe(1);
  }
}

/** The calls that a run makes, and how often about. */
const SITES: readonly (readonly [operation: string, calls: number])[] = [
  ["CreateSession", 1],
  ["GetSession", 3],
  ["RunStatement", 7],
  ["GetStatement", 5],
  ["StopSession", 1],
];

/** One run for each site, a few at a time. */
async function atEverySite(
  kind: FaultKind,
  check: (o: Outcome, what: string) => void,
): Promise<void> {
  const plans = SITES.flatMap(([operation, calls]) =>
    Array.from({ length: calls }, (_, index): PlannedFault => ({ operation, kind, at: index + 1 })),
  );
  while (plans.length > 0) {
    const batch = plans.splice(0, 6);
    const outcomes = await Promise.all(batch.map((plan) => work([plan])));
    for (const [index, outcome] of outcomes.entries()) {
      const what = `${kind} at ${batch[index]?.operation ?? ""} ${batch[index]?.at ?? 0}`;
      checkTruth(outcome, what);
      expect(outcome.closed, what).toBeUndefined();
      check(outcome, what);
    }
  }
}

describe("a fault at every call of a session", () => {
  it.each(["throttle", "error500", "reset", "lost-answer"] as const)(
    "%s: everything is done, once",
    async (kind) => {
      await atEverySite(kind, ({ failed }, what) => {
        expect([...failed.values()], what).toEqual([]);
      });
    },
    120_000,
  );

  it("session lost: what may have run is an error, all else is done", async () => {
    await atEverySite("session-lost", ({ failed }, what) => {
      // A session that is gone at the first look is one that did not start.
      const expected = [
        "SESSION_OUTCOME_UNKNOWN",
        ...(what.includes("GetSession") ? ["SESSION_NOT_READY"] : []),
      ];
      for (const code of failed.values()) expect(expected, what).toContain(code);
    });
  }, 120_000);

  it("access denied: is said, and is never taken for something else", async () => {
    await atEverySite("denied", ({ failed }, what) => {
      for (const code of failed.values()) expect(code, what).toBe("AWS_ACCESS_DENIED");
    });
  }, 120_000);

  it.each([
    ["throttle", "AWS_THROTTLED"],
    ["reset", "AWS_UNAVAILABLE"],
  ] as const)(
    "%s for good is an error in the end",
    async (kind, code) => {
      const outcome = await work([{ operation: "RunStatement", kind, at: 2, times: 1000 }], {
        boto_retry_max_attempts: 1,
      });
      checkTruth(outcome, kind);
      expect([...outcome.failed.values()]).toContain(code);
    },
    120_000,
  );
});
