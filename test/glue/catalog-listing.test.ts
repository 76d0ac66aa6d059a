import { BatchDeleteTableCommand } from "@aws-sdk/client-glue";
import { afterEach, describe, expect, it } from "vitest";
import type { Catalog } from "../../src/adapter/catalog.ts";
import { openCatalogFixture } from "./catalog-fixture.ts";
import type { CatalogFixture } from "./catalog-fixture.ts";

let fixture: CatalogFixture | undefined;

afterEach(async () => {
  await fixture?.close();
  fixture = undefined;
});

/** A database with tables `t0`, `t1`, ...; GetTables answers at most 100 of them at a time. */
async function withTables(count: number): Promise<CatalogFixture> {
  fixture = await openCatalogFixture();
  await fixture.createDatabase("db");
  for (let i = 0; i < count; i++) await fixture.createTable("db", { Name: `t${i}` });
  return fixture;
}

describe("listing the Data Catalog", () => {
  it("reads every page of a database's tables", async () => {
    const { adapter, calls } = await withTables(230);
    const relations = await adapter.catalog.listRelations("db");
    expect(new Set(relations.map((r) => r.identifier)).size).toBe(230);
    expect(calls.get("GetTables")).toBe(3);
  });

  it("reads every page of databases", async () => {
    fixture = await openCatalogFixture();
    for (let i = 0; i < 105; i++) await fixture.createDatabase(`db${i}`);
    expect(await fixture.adapter.catalog.listSchemas()).toHaveLength(105);
    expect(fixture.calls.get("GetDatabases")).toBe(2);
  });

  it("asks for several databases side by side, once each", async () => {
    fixture = await openCatalogFixture();
    const names = ["a", "b", "c"];
    for (const name of names) {
      await fixture.createDatabase(name);
      await fixture.createTable(name, { Name: "t" });
    }
    const { catalog } = fixture.adapter;
    const listed = await Promise.all(names.map((name) => catalog.listRelations(name)));
    expect(listed.flat().map((r) => r.schema)).toEqual(names);
    expect(fixture.calls.get("GetTables")).toBe(3);
  });

  it("finds names whatever their case, as Glue stores them in lower case", async () => {
    fixture = await openCatalogFixture();
    await fixture.createDatabase("Sales");
    await fixture.createTable("SALES", { Name: "Orders_2024", StorageDescriptor: { Columns: [] } });
    const { catalog } = fixture.adapter;
    expect(await catalog.listSchemas()).toEqual(["sales"]);
    expect(await catalog.getColumns({ schema: "SALES", identifier: "ORDERS_2024" })).toEqual([]);
  });

  it.each(["with-hyphen", "with space", "größe", "a.b", "quote`d", "it's", "1st", "select"])(
    "finds a table called %s",
    async (name) => {
      fixture = await openCatalogFixture();
      await fixture.createDatabase("db");
      await fixture.createTable("db", {
        Name: name,
        StorageDescriptor: { Columns: [{ Name: "a", Type: "int" }] },
      });
      const { catalog } = fixture.adapter;
      expect((await catalog.listRelations("db")).map((r) => r.identifier)).toEqual([name]);
      expect(await catalog.getColumns({ schema: "db", identifier: name })).toHaveLength(1);
    },
  );

  it("says that a missing table is missing, and that a missing database is empty", async () => {
    const { adapter } = await withTables(0);
    const { catalog } = adapter;
    expect(await catalog.getColumns({ schema: "db", identifier: "nothing" })).toBeUndefined();
    expect(await catalog.getColumns({ schema: "nothing", identifier: "t" })).toBeUndefined();
    expect(await catalog.listRelations("nothing")).toEqual([]);
    expect(await catalog.describe("nothing")).toEqual([]);
  });

  it("survives tables that others delete while it reads", async () => {
    const { adapter, client } = await withTables(250);
    const deleting = client.send(
      new BatchDeleteTableCommand({
        DatabaseName: "db",
        TablesToDelete: Array.from({ length: 100 }, (_, i) => `t${i}`),
      }),
    );
    const relations = await adapter.catalog.listRelations("db");
    await deleting;
    const names = relations.map((r) => r.identifier);
    expect(new Set(names).size).toBe(names.length);
    expect(await adapter.catalog.listRelations("db")).toHaveLength(150);
  });

  it("drops a database with more tables than one call deletes", async () => {
    const { adapter, calls } = await withTables(130);
    await adapter.catalog.dropSchema("db");
    expect(await adapter.catalog.listSchemas()).toEqual([]);
    expect(calls.get("BatchDeleteTable")).toBe(2);
  });

  it("creates a database below the target's location, and drops it with its tables", async () => {
    fixture = await openCatalogFixture();
    const { catalog } = fixture.adapter;
    await catalog.createSchema("New_DB");
    await catalog.createSchema("new_db");
    await fixture.createTable("new_db", { Name: "t" });
    expect(await catalog.listSchemas()).toEqual(["new_db"]);
    await catalog.dropSchema("NEW_DB");
    await catalog.dropSchema("new_db");
    expect(await catalog.listSchemas()).toEqual([]);
  });
});

describe("a Data Catalog that does not answer", () => {
  const questions: readonly (readonly [string, (catalog: Catalog) => Promise<unknown>])[] = [
    ["GetDatabases", (catalog) => catalog.listSchemas()],
    ["GetTables", (catalog) => catalog.listRelations("db")],
    ["GetTables", (catalog) => catalog.describe("db")],
    ["GetTable", (catalog) => catalog.getColumns({ schema: "db", identifier: "t" })],
    ["GetTable", (catalog) => catalog.setComments({ schema: "db", identifier: "t" }, "x", {})],
    ["CreateDatabase", (catalog) => catalog.createSchema("db")],
    ["DeleteDatabase", (catalog) => catalog.dropSchema("db")],
  ];

  it.each(
    questions.flatMap(([operation, ask]) =>
      (["denied", "throttle", "error500", "reset"] as const).map(
        (kind) => [kind, operation, ask] as const,
      ),
    ),
  )("is an error and never a missing table: %s on %s", async (kind, operation, ask) => {
    fixture = await openCatalogFixture([{ operation, kind, at: 1, times: 99 }]);
    if (operation === "DeleteDatabase") await fixture.createDatabase("db");
    await expect(ask(fixture.adapter.catalog)).rejects.toThrow();
  });
});
