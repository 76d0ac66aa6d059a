import { expect, it } from "vitest";
import type { CatalogTable } from "../../src/artifacts/catalog-artifact.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";

it("documents tables of several databases from the Data Catalog, once each, without a session", async () => {
  const glue = await startEmbeddedEndpoint({ warehouse: ":memory:" });
  const project = tempProject({
    "dbt_project.yml":
      "name: shop\nprofile: shop\nmodels: {+persist_docs: {relation: true, columns: true}}\n",
    "profiles.yml": `shop:
  target: dev
  outputs:
    dev:
      {type: glue, role_arn: "arn:aws:iam::123456789012:role/Glue", region: eu-west-1, workers: 2,
       worker_type: G.1X, schema: dev, location: "s3://bucket/data", endpoint_url: "${glue.url}"}
`,
    "models/orders.sql": "{{ config(materialized='table') }} select 1 as id, 2.5 as amount",
    "models/report.sql": "{{ config(schema='marts') }} select id from {{ ref('orders') }}",
    "models/schema.yml": `models:
  - name: orders
    description: "All of them; it's \\"complete\\"."
    columns: [{name: id, description: The key.}]
sources:
  - name: dev
    tables: [{name: orders}]
`,
  });
  const env = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const built = await project.run("run", env);
  expect(built.exitCode, built.stdout).toBe(0);
  const [sessions, listings] = [glue.calls.get("CreateSession"), glue.calls.get("GetTables") ?? 0];
  const documented = await project.run("docs generate --no-compile", env);
  expect(documented.exitCode, documented.stdout).toBe(0);
  expect(glue.calls.get("CreateSession")).toBe(sessions);
  expect(glue.calls.get("GetTables")).toBe(listings + 2);
  await glue.close();
  const { nodes, sources } = project.readJson("target/catalog.json") as {
    readonly nodes: Readonly<Record<string, CatalogTable>>;
    readonly sources: Readonly<Record<string, CatalogTable>>;
  };
  expect(nodes["model.shop.orders"]).toMatchObject({
    metadata: { type: "table", schema: "dev", comment: `All of them; it's "complete".` },
    columns: {
      id: { type: "int", index: 1, comment: "The key." },
      amount: { type: "decimal(2,1)", index: 2, comment: null },
    },
  });
  expect(nodes["model.shop.report"]?.metadata).toMatchObject({ type: "view", schema: "dev_marts" });
  expect(Object.keys(sources)).toEqual(["source.shop.dev.orders"]);
});
