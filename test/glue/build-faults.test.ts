import { expect, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import type { FaultKind } from "../../src/glue-endpoint/fault-injector.ts";
import { embeddedCatalogSource } from "../../src/glue-endpoint/interpreters/embedded-catalog-source.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";
import { glueProfile } from "../support/glue-profile.ts";

const FILES = {
  "seeds/cities.csv": "id,name\n1,Oslo\n2,Rome\n",
  "models/t.sql": "{{ config(materialized='table') }} select id from {{ ref('cities') }}",
  "models/v.sql": "select id + 1 as id from {{ ref('t') }}",
  "models/log.sql":
    "{{ config(materialized='incremental', incremental_strategy='append') }} select 1 as n from {{ ref('t') }} where id = 1",
};
const ENV = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
/** Rows of each node after its first and after its second build. */
const ROWS: Readonly<Record<string, readonly [number, number]>> = {
  "seed.shop.cities": [2, 2],
  "model.shop.t": [2, 2],
  "model.shop.v": [2, 2],
  "model.shop.log": [1, 2],
};

const OPERATIONS = [
  "CreateDatabase",
  "GetDatabases",
  "GetTables",
  "CreateSession",
  "GetSession",
  "RunStatement",
  "GetStatement",
  "StopSession",
];

/** Builds twice; in the second build the `at`-th call of the operation meets the fault. */
async function buildWithFault(operation: string, kind: FaultKind, at: number): Promise<void> {
  const what = `${kind} at ${operation} ${at}`;
  const engine = await createLocalAdapter({ path: ":memory:" });
  const open = (faulty: boolean): ReturnType<typeof startGlueEndpoint> =>
    startGlueEndpoint({
      startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
      source: embeddedCatalogSource(engine),
      faults: faulty ? [{ operation, kind, at }] : [],
    });
  const project = tempProject(FILES);
  for (const run of [0, 1] as const) {
    const endpoint = await open(run === 1);
    project.write({ "profiles.yml": glueProfile(endpoint.url) });
    const { exitCode, stdout } = await project.run("build", ENV);
    await endpoint.close();
    const results = exitCode === 2 ? [] : readResults(project.readJson("target/run_results.json"));
    if (run === 0 || RETRIED.has(kind)) expect(exitCode, `${what}\n${stdout}`).toBe(0);
    for (const { unique_id: id, status } of results) {
      const rows = await countRows(engine, id.split(".")[2] ?? "");
      const expected = ROWS[id]?.[run];
      if (status === "success") expect(rows, `${what}: ${id}`).toBe(expected);
      // Whatever an error left behind, it is the old rows or the new ones.
      else expect([ROWS[id]?.[0], ROWS[id]?.[1]], `${what}: ${id} is ${status}`).toContain(rows);
    }
  }
  await engine.close();
}

const RETRIED: ReadonlySet<FaultKind> = new Set(["reset"]);

function readResults(artifact: unknown): readonly { unique_id: string; status: string }[] {
  return (artifact as { results: { unique_id: string; status: string }[] }).results;
}

const MISSING = -1;

async function countRows(engine: Adapter, name: string): Promise<number> {
  const connection = await engine.connect("count");
  const counted = connection.execute(`select count(*) from dev.${name}`);
  const count = await counted.then(({ rows }) => Number(rows[0]?.[0])).catch(() => MISSING);
  await connection.close();
  return count;
}

// Throttling, a 500 and a lost answer are retried in one place, where session-faults meets them.
it.each(["reset", "denied", "session-lost"] as const)(
  "%s in the middle of a build: no node is OK that was not done, and nothing is there twice",
  async (kind) => {
    const plans = OPERATIONS.map((operation): [string, number] => [operation, 1]);
    plans.push(["RunStatement", 4], ["GetStatement", 5]);
    while (plans.length > 0)
      await Promise.all(plans.splice(0, 5).map(([name, at]) => buildWithFault(name, kind, at)));
  },
  120_000,
);
