import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { embeddedCatalogSource } from "../../src/glue-endpoint/interpreters/embedded-catalog-source.ts";
import { createEmbeddedInterpreter } from "../../src/glue-endpoint/interpreters/embedded-interpreter.ts";
import { startGlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";
import type { TempProject } from "../support/temp-project.ts";
import { glueProfile } from "../support/glue-profile.ts";
import { spawnRun } from "./spawned-run.ts";

/** DBT_GLUE_KILLS=50 kills at more moments. */
const KILLS = Number(process.env.DBT_GLUE_KILLS ?? 3);
/** Milliseconds, injected so that a run has many moments at which it can be killed. */
const LATENCY = { perCall: 10, perStatement: 60, sessionStart: 200 };

const FILES = {
  "seeds/cities.csv": "id,name\n1,Oslo\n2,Rome\n",
  "models/t.sql":
    "{{ config(materialized='table') }} select c.id from {{ ref('cities') }} as c cross join range(500)",
  "models/v.sql": "select id + 1 as id from {{ ref('t') }}",
  "models/d.sql": `{{ config(materialized='incremental', incremental_strategy='merge',
    file_format='delta', unique_key='id') }} select id, name from {{ ref('cities') }}`,
  "snapshots/s.sql": `{% snapshot s %}{{ config(target_schema='dev', strategy='check', unique_key='id',
    check_cols=['name'], file_format='delta') }} select * from {{ ref('cities') }}{% endsnapshot %}`,
};
const ROWS = { cities: 2, t: 1000, v: 1000, d: 2, s: 2 };

async function rowsOf(engine: Adapter, name: string): Promise<number> {
  const connection = await engine.connect("check");
  const { rows } = await connection.execute(`select count(*) from dev.${name}`);
  await connection.close();
  return Number(rows[0]?.[0]);
}

function living(endpoint: GlueEndpoint): string[] {
  return [...endpoint.accounts.all()]
    .flatMap((account) => [...account.sessions.values()])
    .filter(({ status }) => status === "READY" || status === "PROVISIONING")
    .map(({ settings }) => settings.id);
}

async function build(project: TempProject): Promise<void> {
  const { code, stdout } = await spawnRun(project.root, "build").ended;
  expect(code, stdout).toBe(0);
}

async function checkTables(engine: Adapter, when: string): Promise<void> {
  for (const [name, expected] of Object.entries(ROWS))
    expect(await rowsOf(engine, name), `${name} ${when}`).toBe(expected);
}

it(
  `kill -9 at ${KILLS} random moments: no table is missing or half-written, nothing temporary and no session stays`,
  async () => {
    const engine = await createLocalAdapter({ path: ":memory:" });
    const endpoint = await startGlueEndpoint({
      startInterpreter: () => Promise.resolve(createEmbeddedInterpreter(engine)),
      source: embeddedCatalogSource(engine),
      latency: LATENCY,
    });
    const project = tempProject({ ...FILES, "profiles.yml": glueProfile(endpoint.url) });
    const started = Date.now();
    await build(project);
    const whole = Date.now() - started;
    for (let kill = 0; kill < KILLS; kill++) {
      const run = spawnRun(project.root, "build");
      const after = Math.round(Math.random() * whole);
      await sleep(after);
      run.kill("SIGKILL");
      await run.ended;
      await checkTables(engine, `right after a kill at ${after} ms`);
      if (kill % 2 === 0) await build(project);
      else expect((await spawnRun(project.root, "session reap").ended).code).toBe(0);
      expect(living(endpoint)).toEqual([]);
      await checkTables(engine, `after a kill at ${after} ms and what came next`);
    }
    await build(project);
    const left = (await engine.catalog.listRelations("dev")).map(({ identifier }) => identifier);
    expect(left.sort()).toEqual(Object.keys(ROWS).sort());
    await endpoint.close();
    await engine.close();
  },
  60_000 + KILLS * 20_000,
);
