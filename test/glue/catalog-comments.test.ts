import { afterEach, describe, expect, it } from "vitest";
import { openCatalogFixture } from "./catalog-fixture.ts";
import type { CatalogFixture } from "./catalog-fixture.ts";

let fixture: CatalogFixture;

afterEach(() => fixture.close());

const field = (name: string): object => ({ name, type: "string", nullable: true, metadata: {} });

async function withTable(...faults: Parameters<typeof openCatalogFixture>): Promise<void> {
  fixture = await openCatalogFixture(...faults);
  await fixture.createDatabase("db");
  await fixture.createTable("db", {
    Name: "t",
    Owner: "hadoop",
    TableType: "EXTERNAL_TABLE",
    Parameters: {
      "spark.sql.sources.provider": "parquet",
      "spark.sql.sources.schema": JSON.stringify({
        type: "struct",
        fields: [field("Id"), field("day")],
      }),
    },
    StorageDescriptor: { Columns: [{ Name: "id", Type: "string" }], Location: "s3://b/t" },
    PartitionKeys: [{ Name: "day", Type: "string" }],
  });
}

const setComments = (comment: string | undefined, columns: Record<string, string>): Promise<void> =>
  fixture.adapter.catalog.setComments({ schema: "db", identifier: "t" }, comment, columns);

describe("comments in the Data Catalog", () => {
  it("stand where Athena and where Spark look, and leave the rest as it was", async () => {
    await withTable();
    await setComments('it\'s \\ "all"', { ID: "the key", day: "when", nothing: "?" });
    const table = await fixture.table("db", "t");
    expect(table).toMatchObject({
      Description: 'it\'s \\ "all"',
      Owner: "hadoop",
      TableType: "EXTERNAL_TABLE",
      Parameters: { "spark.sql.sources.provider": "parquet", comment: 'it\'s \\ "all"' },
      StorageDescriptor: {
        Columns: [{ Name: "id", Type: "string", Comment: "the key" }],
        Location: "s3://b/t",
      },
      PartitionKeys: [{ Name: "day", Type: "string", Comment: "when" }],
    });
    const [details] = await fixture.adapter.catalog.describe("db");
    expect(details?.columns).toEqual([
      { name: "Id", type: "string", comment: "the key" },
      { name: "day", type: "string", comment: "when", partition: true },
    ]);
  });

  it("cost no update where they are right already", async () => {
    await withTable();
    await setComments("all", { id: "the key" });
    await setComments("all", { id: "the key" });
    expect(fixture.calls.get("UpdateTable")).toBe(1);
  });

  it("are cut to what Glue keeps, at whole characters", async () => {
    await withTable();
    await setComments("x".repeat(3000), { id: "😀".repeat(300) });
    const table = await fixture.table("db", "t");
    expect(table?.Description).toHaveLength(2048);
    expect(Array.from(table?.StorageDescriptor?.Columns?.[0]?.Comment ?? "")).toHaveLength(255);
  });

  it("are set side by side without losing one another's", async () => {
    await withTable();
    await Promise.all([setComments("all", {}), setComments(undefined, { id: "the key" })]);
    const table = await fixture.table("db", "t");
    expect(table?.Description).toBe("all");
    expect(table?.StorageDescriptor?.Columns?.[0]?.Comment).toBe("the key");
  });

  it("of a table that is gone are an error", async () => {
    await withTable();
    await expect(
      fixture.adapter.catalog.setComments({ schema: "db", identifier: "gone" }, "x", {}),
    ).rejects.toMatchObject({ code: "RELATION_NOT_IN_CATALOG" });
  });

  it("of a Delta table are Spark's to keep, and only those that differ are set", async () => {
    fixture = await openCatalogFixture();
    await fixture.createDatabase("db");
    await fixture.createTable("db", {
      Name: "t",
      Parameters: { "spark.sql.sources.provider": "delta" },
    });
    const lane = await fixture.adapter.connect("test");
    await lane.execute("create database db");
    await lane.execute("create table db.t (id bigint comment 'key', b int) using delta");
    await setComments("it's all", { ID: "key", b: "a \\ b" });
    const { rows } = await lane.execute("describe extended db.t");
    expect(rows.slice(0, 2)).toEqual([
      ["id", "bigint", "key"],
      ["b", "int", "a \\ b"],
    ]);
    expect(rows).toContainEqual(["Comment", "it's all", ""]);
  });
});
