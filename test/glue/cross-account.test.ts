import { expect, it } from "vitest";
import { createGlueCatalog } from "../../src/adapters/session/catalog/glue-catalog.ts";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import { sparkMetadata } from "../../src/adapters/session/catalog/spark-metadata.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";

it("asks another account's Data Catalog in every call", async () => {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  const glue = await startEmbeddedEndpoint({ warehouse: ":memory:" });
  const clients = createAwsClients({
    region: "us-east-1",
    endpointUrl: glue.url,
    retryMode: "standard",
    maxAttempts: 1,
  });
  const asked = new Map<string, unknown>();
  (await clients.catalog()).middlewareStack.add(
    (next, { commandName = "" }) =>
      (request) => {
        asked.set(commandName, Object.getOwnPropertyDescriptor(request.input, "CatalogId")?.value);
        return next(request);
      },
    { step: "initialize" },
  );
  const noSpark = sparkMetadata(() => Promise.reject(new Error("no statement is needed")));
  const catalog = createGlueCatalog(() => clients.catalog(), {
    catalogId: "222222222222",
    locationOf: (schema) => `s3://bucket/${schema}/`,
    spark: { delta: noSpark, iceberg: noSpark },
  });
  await catalog.createSchema("db");
  await catalog.listSchemas();
  await catalog.listRelations("db");
  await catalog.getColumns({ schema: "db", identifier: "t" });
  await expect(catalog.setComments({ schema: "db", identifier: "t" }, "x", {})).rejects.toThrow();
  await catalog.dropSchema("db");
  await clients.close();
  await glue.close();
  expect([...asked.keys()].sort()).toEqual([
    "CreateDatabaseCommand",
    "DeleteDatabaseCommand",
    "GetDatabasesCommand",
    "GetTableCommand",
    "GetTablesCommand",
  ]);
  expect(new Set(asked.values())).toEqual(new Set(["222222222222"]));
});
