import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import type { Cell } from "../../src/adapter/connection.ts";
import { createLocalAdapter } from "../../src/adapters/local/local-adapter.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";
import { runIn, type CliRun } from "../support/temp-project.ts";

const SCHEMAS = ["flights", "flights_raw", "flights_staging", "flights_history"];
/** Their values are the moment of the run, or are made of it. */
const OF_THE_RUN = new Set([
  "first_built_at",
  "dbt_scd_id",
  "dbt_updated_at",
  "dbt_valid_from",
  "dbt_valid_to",
]);

const project = mkdtempSync(join(tmpdir(), "dbt-glue-example-"));
const example = join(import.meta.dirname, "../../examples/flights");
const runs: CliRun[] = [];

beforeAll(async () => {
  const generated = /warehouse\.duckdb|(target|logs)$/;
  cpSync(example, project, { recursive: true, filter: (path) => !generated.test(path) });
  writeFileSync(join(project, "profiles.yml"), profiles(inject("endpointUrl")));
  const env = { HOME: project, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  runs.push(await runIn(project, ["build", "--target", "local"]));
  runs.push(await runIn(project, ["build", "--target", "glue"], env));
  runs.push(await runIn(project, ["build", "--target", "glue"], env));
}, 400_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("the example project with the page's profile, on real Spark", () => {
  it("builds, and again", () => {
    for (const { stdout } of runs) expect(stdout).toMatch(/Done\. PASS=\d+ WARN=1 ERROR=0 SKIP=0 /);
  });

  it("has the rows that the embedded engine has, in every relation, with the same types", async () => {
    const local = await createLocalAdapter({ path: join(project, "warehouse.duckdb") });
    const here = await contents(local, "");
    const there = await contents(openTestAdapter(inject("endpointUrl")), "glue_catalog.");
    expect(Object.keys(there)).toEqual(Object.keys(here));
    expect(Object.keys(here).length).toBeGreaterThan(10);
    for (const [relation, content] of Object.entries(here))
      expect({ relation, ...there[relation] }).toEqual({ relation, ...content });
  });
});

interface Content {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

async function contents(
  adapter: Adapter,
  icebergCatalog: string,
): Promise<Record<string, Content>> {
  const lane = await adapter.connect("contents");
  const found: Record<string, Content> = {};
  for (const schema of SCHEMAS) {
    const relations = await adapter.catalog.listRelations(schema);
    for (const { identifier, provider } of relations.toSorted((a, b) =>
      a.identifier < b.identifier ? -1 : 1,
    )) {
      const catalog = provider === "iceberg" ? icebergCatalog : "";
      const { columns, rows } = await lane.execute(
        `select * from ${catalog}${schema}.${identifier}`,
      );
      const kept = columns
        .map(({ name }, i) => [name, i] as const)
        .filter(([name]) => !OF_THE_RUN.has(name));
      found[`${schema}.${identifier}`] = {
        columns: columns.map(({ name, type }) => `${name} ${type}`),
        rows: rows.map((row) => kept.map(([, i]) => cellText(row[i])).join(" | ")).sort(),
      };
    }
  }
  await lane.close();
  await adapter.close();
  return found;
}

function cellText(cell: Cell | undefined): string {
  return JSON.stringify(cell, (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

/** The option page's own example, with `endpoint_url` added. */
function profiles(url: string): string {
  return `flights:
  target: local
  outputs:
    local:
      type: glue
      method: local
      location: warehouse.duckdb
      schema: flights
      threads: 4
    glue:
      type: glue
      query-comment: This is a glue dbt example
      role_arn: arn:aws:iam::123456789012:role/GlueInteractiveSessionRole
      region: us-east-1
      workers: 2
      worker_type: G.1X
      idle_timeout: 10
      schema: flights
      session_provisioning_timeout_in_seconds: 120
      location: s3://dbt_demo_bucket/dbt_demo_data
      endpoint_url: ${url}
      threads: 4
`;
}
