import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { end } from "../../src/glue-endpoint/operations/session-operations.ts";
import type { Session } from "../../src/glue-endpoint/state/session.ts";
import { openSessionFixture } from "./session-fixture.ts";
import type { SessionFixture } from "./session-fixture.ts";

let fixture: SessionFixture;
afterEach(() => fixture.close());

function sessions(): Session[] {
  return [...fixture.endpoint.accounts.all()].flatMap((a) => [...a.sessions.values()]);
}

const KEPT = { glue_session_id: "shared", glue_session_reuse: true };

/** A kept session that an earlier run has left READY. */
async function keptSession(): Promise<Session> {
  const earlier = fixture.open(KEPT);
  await (await earlier.connect("earlier")).execute("select 1");
  await earlier.close();
  const [session] = sessions();
  if (!session) throw new Error("no session was kept");
  return session;
}

describe("a session of one run", () => {
  it("is created once for all lanes, with its size, marks and progress shown, and stopped at the end", async () => {
    fixture = await openSessionFixture({ latency: { sessionStart: 1200 } });
    const adapter = fixture.open();
    const lanes = await Promise.all(["a", "b"].map((name) => adapter.connect(name)));
    await Promise.all(lanes.map((lane) => lane.execute("select 1")));
    const [session] = sessions();
    expect(session?.settings.id).toMatch(/^dbt-glue__GlueInteractiveSessionRole__[0-9a-f-]{36}$/);
    expect(session?.settings.description).toContain("project=shop owner=ann@laptop");
    expect(session?.settings.tags).toMatchObject({ "dbt-glue:owner": "ann@laptop" });
    const names = fixture.events.map((event) => event.name);
    expect(names[0]).toBe("GlueSessionCreating");
    expect(names).toContain("GlueSessionStarting");
    expect(names.at(-1)).toBe("GlueSessionReady");
    await adapter.close();
    expect(sessions().map((s) => s.status)).toEqual(["STOPPED"]);
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(1);
  });

  it("is created without our tags by whoever may not tag it", async () => {
    fixture = await openSessionFixture({
      faults: [
        {
          operation: "CreateSession",
          kind: "denied",
          at: 1,
          message: "User: u is not authorized to perform: glue:TagResource on resource: r",
        },
      ],
    });
    const adapter = fixture.open({ tags: "team=data" });
    await (await adapter.connect("a")).execute("select 1");
    expect(sessions()[0]?.settings.tags).toEqual({ team: "data" });
  });

  it("stays with a warning where it cannot be stopped", async () => {
    fixture = await openSessionFixture({
      faults: [{ operation: "StopSession", kind: "denied", at: 1 }],
    });
    const adapter = fixture.open();
    await (await adapter.connect("a")).execute("select 1");
    await adapter.close();
    expect(fixture.events.at(-1)).toMatchObject({ name: "GlueSessionNotStopped", level: "warn" });
  });
});

describe("a session that is kept", () => {
  it("is used again and not stopped", async () => {
    fixture = await openSessionFixture();
    await keptSession();
    await keptSession();
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(1);
    expect(sessions().map((s) => [s.settings.id, s.status])).toEqual([["shared", "READY"]]);
  });

  it("is rid of the work of a run that was killed", async () => {
    fixture = await openSessionFixture();
    const killed = await fixture.open(KEPT, 7).connect("killed");
    const endless = killed.execute(
      "select max(a.id * b.id) from range(0, 1000000) as a cross join range(0, 1000000) as b",
    );
    const end = endless.then(
      () => "done",
      (error: unknown) => String(error),
    );
    await sleep(700);
    const next = await fixture.open(KEPT, 1).connect("next");
    expect((await next.execute("select 1 as n")).rows).toEqual([[1]]);
    expect(await end).toMatch(/stopped|interrupt|cancel/i);
  });

  it("is attached to by two runs that create it at once", async () => {
    fixture = await openSessionFixture({ latency: { sessionStart: 200, perCall: 20 } });
    const runs = [fixture.open(KEPT), fixture.open(KEPT)];
    const lanes = await Promise.all(runs.map((run) => run.connect("a")));
    const results = await Promise.all(lanes.map((lane, i) => lane.execute(`select ${i} as n`)));
    expect(results.map((r) => r.rows[0]?.[0])).toEqual([0, 1]);
    expect(sessions()).toHaveLength(1);
  });

  it.each(["FAILED", "STOPPED", "TIMEOUT"] as const)(
    "is made anew where it is %s",
    async (status) => {
      fixture = await openSessionFixture();
      end(await keptSession(), status, "over");
      await keptSession();
      expect(fixture.endpoint.calls.get("DeleteSession")).toBe(1);
      expect(sessions().map((s) => s.status)).toEqual(["READY"]);
    },
  );

  it("is waited for where it is STOPPING, and made anew", async () => {
    fixture = await openSessionFixture();
    const session = await keptSession();
    session.status = "STOPPING";
    setTimeout(() => {
      end(session, "STOPPED", undefined);
    }, 300);
    await keptSession();
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(2);
  });
});

describe("a session that does not start", () => {
  it("fails with Glue's own reason", async () => {
    fixture = await openSessionFixture({
      startInterpreter: () => Promise.reject(new Error("The role cannot be assumed")),
    });
    const lane = await fixture.open().connect("a");
    await expect(lane.execute("select 1")).rejects.toMatchObject({
      code: "SESSION_NOT_READY",
      message: expect.stringContaining("The role cannot be assumed") as unknown,
    });
  });

  it("fails when session_provisioning_timeout_in_seconds is over", async () => {
    fixture = await openSessionFixture({ latency: { sessionStart: 3000 } });
    const adapter = fixture.open({ session_provisioning_timeout_in_seconds: 1 });
    const lane = await adapter.connect("a");
    await expect(lane.execute("select 1")).rejects.toMatchObject({ code: "SESSION_NOT_READY" });
  });
});

describe("a session that dies in the middle of a run", () => {
  it("is replaced for work that had not run, with the lane's temporary views", async () => {
    fixture = await openSessionFixture();
    const lane = await fixture.open().connect("a");
    await lane.execute("create temporary view t as select 7 as n", { node: "model.m" });
    for (const session of sessions()) end(session, "FAILED", "out of memory");
    const { rows } = await lane.execute("select n from t", { node: "model.m" });
    expect(rows).toEqual([[7]]);
    expect(fixture.events.map((event) => event.name)).toContain("GlueSessionLost");
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(2);
  });

  it("never repeats a statement that writes and may have run", async () => {
    fixture = await openSessionFixture({
      faults: [{ operation: "GetStatement", kind: "session-lost", at: 1 }],
    });
    const engine = await fixture.engine.connect("engine");
    await engine.execute("create table t as select 1 as n");
    const lane = await fixture.open().connect("a");
    await expect(lane.execute("insert into t select 2", { node: "model.m" })).rejects.toMatchObject(
      { code: "SESSION_OUTCOME_UNKNOWN" },
    );
  });

  it("repeats a query that may have run", async () => {
    fixture = await openSessionFixture({
      faults: [{ operation: "GetStatement", kind: "session-lost", at: 1 }],
    });
    const lane = await fixture.open().connect("a");
    expect((await lane.execute("select 5 as n")).rows).toEqual([[5]]);
    expect(fixture.endpoint.calls.get("CreateSession")).toBe(2);
  });
});
