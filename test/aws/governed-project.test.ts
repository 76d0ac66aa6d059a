import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { glueProfile } from "../support/glue-profile.ts";
import { tempProject } from "../support/temp-project.ts";
import type { CliRun, TempProject } from "../support/temp-project.ts";
import { startLakeFormation } from "./lake-formation-server.ts";
import type { LakeFormationServer } from "./lake-formation-server.ts";

const ALICE = "arn:aws:iam::123456789012:role/alice";

let glue: GlueEndpoint;
let lakeFormation: LakeFormationServer;

beforeEach(async () => {
  glue = await startEmbeddedEndpoint({ warehouse: ":memory:" });
  lakeFormation = await startLakeFormation();
  lakeFormation.tags.set("level", ["gold"]).set("team", ["sales"]);
});

afterEach(async () => {
  await glue.close();
  lakeFormation.close();
});

/** One of each materialization, all under one config of the project. */
function governedProject(config: string): TempProject {
  return tempProject({
    "profiles.yml": glueProfile(glue.url, ['catalog_id: "123456789012"']),
    "dbt_project.yml": `name: shop
profile: shop
models: {shop: {${config}}}
seeds: {shop: {${config}}}
snapshots: {shop: {${config}}}
`,
    "seeds/a_seed.csv": "id,v\n1,a\n",
    "models/a_view.sql": "{{ config(materialized='view') }} select * from {{ ref('a_seed') }}",
    "models/a_table.sql": "{{ config(materialized='table') }} select * from {{ ref('a_seed') }}",
    "models/an_increment.sql":
      "{{ config(materialized='incremental', file_format='delta') }} select * from {{ ref('a_seed') }}",
    "snapshots/a_snapshot.yml": `snapshots:
  - name: a_snapshot
    relation: ref('a_seed')
    config: {unique_key: id, strategy: check, check_cols: all, file_format: delta}
`,
  });
}

function build(project: TempProject): Promise<CliRun> {
  return project.run("build", {
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_LAKEFORMATION: lakeFormation.url,
  });
}

const TABLES = ["a_seed", "a_snapshot", "a_table", "a_view", "an_increment"];

it("tags, filters and grants on every kind of relation, once", async () => {
  const project = governedProject(
    `+lf_tags_config: {enabled: true, tags_table: {level: gold}, tags_database: {team: sales}}, ` +
      `+lf_grants: {data_cell_filters: {enabled: true, filters: {f: {row_filter: "id = 1", principals: ["${ALICE}"]}}}}, ` +
      `+grants: {select: ["${ALICE}"]}`,
  );
  const first = await build(project);
  expect(first.exitCode, first.stdout).toBe(0);
  expect(first.stdout.match(/LF-tag team=sales to database dev/g)).toHaveLength(1);
  for (const table of TABLES) {
    expect(first.stdout).toContain(`Assigned the LF-tag level=gold to table dev.${table}.`);
    expect(first.stdout).toContain(`Created the data cell filter f of dev.${table}.`);
    expect(first.stdout).toContain(`Granted SELECT on dev.${table} to ${ALICE}.`);
  }
  const second = await build(project);
  expect(second.exitCode).toBe(0);
  expect(second.stdout).not.toMatch(/LF-tag|data cell filter|Granted/);
}, 90_000);

it("makes no call to Lake Formation where nothing is configured", async () => {
  const { exitCode, stdout } = await build(governedProject("+meta: {}"));
  expect(exitCode, stdout).toBe(0);
  expect(lakeFormation.changes).toEqual([]);
});

it("fails a model whose tags Lake Formation refuses", async () => {
  const project = governedProject(
    "+lf_tags_config: {enabled: true, tags_table: {level: platinum}}",
  );
  const { exitCode, stdout } = await build(project);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("Lake Formation did not assign the LF-tag level=platinum");
});
