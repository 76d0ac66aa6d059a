import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { embeddedCatalogSource } from "../../src/glue-endpoint/interpreters/embedded-catalog-source.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";
import { glueProfile } from "../support/glue-profile.ts";
import { spawnRun } from "./spawned-run.ts";

const SLOW = `{{ config(materialized='table') }}
select max(a.id * b.id) as most from range(0, 1000000) as a cross join range(0, 1000000) as b`;

let engine: Adapter;
let endpoint: GlueEndpoint;
/** When the last long statement ended in the engine. */
let ended: Promise<number>;

async function openEndpoint(sessionStart = 0): Promise<void> {
  engine = await createLocalAdapter({ path: ":memory:" });
  let tell: (at: number) => void;
  ended = new Promise((done) => (tell = done));
  const watched: Adapter = {
    ...engine,
    async connect(name) {
      const connection = await engine.connect(name);
      return {
        ...connection,
        execute: async (sql, options) =>
          connection.execute(sql, options).finally(() => {
            if (sql.includes("cross join")) tell(Date.now());
          }),
      };
    },
  };
  endpoint = await startGlueEndpoint({
    startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(watched)),
    source: embeddedCatalogSource(engine),
    latency: { sessionStart },
  });
}

afterEach(async () => {
  await endpoint.close();
  await engine.close();
});

function statuses(): string[] {
  return [...endpoint.accounts.all()].flatMap((a) => [...a.sessions.values()].map((s) => s.status));
}

it.each([
  ["SIGINT", [], "STOPPED"],
  ["SIGTERM", [], "STOPPED"],
  ["SIGINT", ["glue_session_reuse: true"], "READY"],
] as const)(
  "%s in a long query cancels it within two seconds: %j",
  async (signal, options, left) => {
    await openEndpoint();
    const project = tempProject({
      "profiles.yml": glueProfile(endpoint.url, options),
      "models/slow.sql": SLOW,
    });
    const run = spawnRun(project.root, "run");
    await run.said("is ready");
    await sleep(1500); // long enough for the steps to have become slow ones
    const signalled = Date.now();
    run.kill(signal);
    expect((await ended) - signalled).toBeLessThan(2000);
    const { code, stdout } = await run.ended;
    expect(code).toBe(2);
    expect(stdout).toContain("Exited because of keyboard interrupt");
    expect(stdout).toContain("CANCEL query model.shop.slow");
    expect(statuses()).toEqual([left]);
  },
);

it("SIGINT while the session starts stops it once it can be stopped", async () => {
  await openEndpoint(3000);
  const project = tempProject({
    "profiles.yml": glueProfile(endpoint.url),
    "models/slow.sql": SLOW,
  });
  const run = spawnRun(project.root, "run");
  await run.said("Starting the Glue session");
  run.kill("SIGINT");
  const { code } = await run.ended;
  expect(code).toBe(2);
  expect(statuses()).toEqual(["STOPPED"]);
});
