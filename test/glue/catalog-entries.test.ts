import type { TableInput } from "@aws-sdk/client-glue";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RelationDetails } from "../../src/adapter/catalog.ts";
import { openCatalogFixture } from "./catalog-fixture.ts";
import type { CatalogFixture } from "./catalog-fixture.ts";

let fixture: CatalogFixture;

beforeEach(async () => {
  fixture = await openCatalogFixture();
  await fixture.createDatabase("db");
});

afterEach(() => fixture.close());

/** What the adapter makes of one entry. */
async function described(table: Omit<TableInput, "Name">): Promise<RelationDetails | undefined> {
  await fixture.createTable("db", { Name: "t", ...table });
  return (await fixture.adapter.catalog.describe("db"))[0];
}

/** Entries as Spark on Glue, Athena, crawlers, Iceberg, Delta and Hudi write them. */
describe("an entry of the Data Catalog", () => {
  it("is a view where TableType says so", async () => {
    const view = await described({ TableType: "VIRTUAL_VIEW", ViewOriginalText: "select 1" });
    expect(view).toMatchObject({ kind: "view" });
    expect(view?.provider).toBeUndefined();
  });

  it.each<[string, Omit<TableInput, "Name">]>([
    ["iceberg", { Parameters: { table_type: "ICEBERG", metadata_location: "s3://b/m.json" } }],
    ["delta", { Parameters: { "spark.sql.sources.provider": "DELTA" } }],
    ["delta", { Parameters: { table_type: "delta", classification: "parquet" } }],
    ["hudi", { Parameters: { "spark.sql.sources.provider": "hudi" } }],
    [
      "hudi",
      {
        StorageDescriptor: {
          InputFormat: "org.apache.hudi.hadoop.HoodieParquetInputFormat",
          SerdeInfo: {
            SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
          },
        },
      },
    ],
    ["parquet", { Parameters: { "spark.sql.sources.provider": "parquet" } }],
    ["parquet", { Parameters: { table_type: "GOVERNED", classification: "parquet" } }],
    [
      "parquet",
      {
        StorageDescriptor: {
          InputFormat: "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat",
          SerdeInfo: {
            SerializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
          },
        },
      },
    ],
    [
      "csv",
      {
        Parameters: { classification: "csv" },
        StorageDescriptor: { InputFormat: "org.apache.hadoop.mapred.TextInputFormat" },
      },
    ],
    [
      "orc",
      { StorageDescriptor: { InputFormat: "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat" } },
    ],
  ])("is a table of %s by its own signs", async (provider, table) => {
    await fixture.createTable("db", { Name: "t", ...table });
    const [relation] = await fixture.adapter.catalog.listRelations("db");
    expect(relation).toMatchObject({ kind: "table", provider });
  });

  it("has its partition columns last, and marks them", async () => {
    const table = await described({
      StorageDescriptor: {
        Columns: [
          { Name: "b", Type: "int" },
          { Name: "a", Type: "string" },
        ],
      },
      PartitionKeys: [{ Name: "day", Type: "date", Comment: "when" }],
    });
    expect(table?.columns).toEqual([
      { name: "b", type: "int" },
      { name: "a", type: "string" },
      { name: "day", type: "date", comment: "when", partition: true },
    ]);
  });

  it("leaves out what Iceberg has dropped and what Hudi adds", async () => {
    const iceberg = await described({
      Parameters: { table_type: "ICEBERG" },
      StorageDescriptor: {
        Columns: [
          { Name: "id", Type: "bigint", Parameters: { "iceberg.field.current": "true" } },
          { Name: "old", Type: "int", Parameters: { "iceberg.field.current": "false" } },
        ],
      },
    });
    expect(iceberg?.columns.map((c) => c.name)).toEqual(["id"]);
    await fixture.createTable("db", {
      Name: "h",
      StorageDescriptor: {
        Columns: [
          { Name: "_hoodie_commit_time", Type: "string" },
          { Name: "id", Type: "int" },
        ],
      },
    });
    const columns = await fixture.adapter.catalog.getColumns({ schema: "db", identifier: "h" });
    expect(columns?.map((c) => c.name)).toEqual(["id"]);
  });

  it("has the names, types and comments of Spark's own schema, cut in parts or whole", async () => {
    const schema = JSON.stringify({
      type: "struct",
      fields: [
        { name: "Id", type: "long", nullable: true, metadata: { comment: "the key" } },
        { name: "v", type: "string", metadata: { __CHAR_VARCHAR_TYPE_STRING: "varchar(7)" } },
        {
          name: "s",
          type: {
            type: "struct",
            fields: [
              { name: "a", type: { type: "array", elementType: "integer", containsNull: true } },
              { name: "m", type: { type: "map", keyType: "string", valueType: "decimal(10,2)" } },
            ],
          },
          metadata: {},
        },
        { name: "Day", type: "date", metadata: {} },
      ],
    });
    const table = await described({
      Parameters: {
        "spark.sql.sources.provider": "parquet",
        "spark.sql.sources.schema.numParts": "2",
        "spark.sql.sources.schema.part.0": schema.slice(0, 100),
        "spark.sql.sources.schema.part.1": schema.slice(100),
      },
      StorageDescriptor: { Columns: [{ Name: "id", Type: "bigint" }] },
      PartitionKeys: [{ Name: "day", Type: "date" }],
    });
    expect(table?.columns).toEqual([
      { name: "Id", type: "bigint", comment: "the key" },
      { name: "v", type: "varchar(7)" },
      { name: "s", type: "struct<a:array<int>,m:map<string,decimal(10,2)>>" },
      { name: "Day", type: "date", partition: true },
    ]);
  });

  it("has its location, owner, comment and statistics", async () => {
    const table = await described({
      Owner: "hadoop",
      Description: "all of them",
      Parameters: {
        "spark.sql.sources.provider": "parquet",
        "spark.sql.statistics.numRows": "12",
        "spark.sql.statistics.totalSize": "3400",
        totalSize: "1",
        numFiles: "2",
      },
      StorageDescriptor: {
        Location: "s3://bucket/db.db/t-__PLACEHOLDER__",
        SerdeInfo: { Parameters: { path: "s3://bucket/data/db/t" } },
      },
    });
    expect(table).toMatchObject({
      owner: "hadoop",
      comment: "all of them",
      location: "s3://bucket/data/db/t",
    });
    expect(table?.statistics.map(({ id, value }) => [id, value])).toEqual([
      ["rows", 12],
      ["bytes", 3400],
      ["files", 2],
    ]);
  });

  it("asks Spark for the columns of a Delta table, which the Data Catalog does not have", async () => {
    const lane = await fixture.adapter.connect("test");
    await lane.execute("create database db");
    await lane.execute("create table db.t (id bigint comment 'key', day date) using delta");
    const table = await described({
      Parameters: { "spark.sql.sources.provider": "delta" },
      StorageDescriptor: { Columns: [{ Name: "col", Type: "array<string>" }] },
    });
    expect(table?.columns).toEqual([
      { name: "id", type: "bigint", comment: "key" },
      { name: "day", type: "date" },
    ]);
    const columns = await fixture.adapter.catalog.getColumns({ schema: "db", identifier: "t" });
    expect(columns?.map((c) => c.name)).toEqual(["id", "day"]);
  });

  it("of somebody else's broken Delta table is in nobody's way", async () => {
    await fixture.createTable("db", {
      Name: "broken",
      Parameters: { "spark.sql.sources.provider": "delta" },
    });
    await fixture.createTable("db", { Name: "mine" });
    const found = await fixture.adapter.catalog.describe("db", new Set(["mine"]));
    expect(found.map((table) => table.identifier)).toEqual(["mine"]);
    expect(fixture.calls.get("CreateSession")).toBeUndefined();
  });
});
