import { BatchCreatePartitionCommand, GetPartitionsCommand } from "@aws-sdk/client-glue";
import type { TableInput } from "@aws-sdk/client-glue";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReplacedRelation } from "../../src/adapter/catalog.ts";
import { openCatalogFixture, type CatalogFixture } from "./catalog-fixture.ts";

let fixture: CatalogFixture;

beforeEach(async () => {
  fixture = await openCatalogFixture();
  await fixture.createDatabase("db");
});
afterEach(() => fixture.close());

const TABLE: TableInput = {
  Name: "t",
  TableType: "EXTERNAL_TABLE",
  Parameters: { "spark.sql.sources.provider": "parquet" },
  StorageDescriptor: { Columns: [{ Name: "id", Type: "int" }], Location: "s3://b/old" },
};
const BUILT: TableInput = {
  ...TABLE,
  Name: "t__dbt_new_1",
  StorageDescriptor: { Columns: [{ Name: "id", Type: "bigint" }], Location: "s3://b/new" },
};

function replace(): Promise<ReplacedRelation | undefined> | undefined {
  return fixture.adapter.catalog.replaceRelation?.(
    { schema: "db", identifier: "t__dbt_new_1" },
    { schema: "db", identifier: "t" },
  );
}

describe("a relation that was built beside another", () => {
  it("takes its place in one change, says where the old data lies, and leaves no other name", async () => {
    await fixture.createTable("db", TABLE);
    await fixture.createTable("db", BUILT);
    expect(await replace()).toEqual({ location: "s3://b/old" });
    expect((await fixture.table("db", "t"))?.StorageDescriptor).toMatchObject({
      Columns: [{ Name: "id", Type: "bigint" }],
      Location: "s3://b/new",
    });
    expect(fixture.calls.get("UpdateTable")).toBe(1);
    await expect(fixture.table("db", "t__dbt_new_1")).rejects.toThrow(/not found/);
  });

  it("brings its partitions: new ones come, changed ones move, others go", async () => {
    const PartitionKeys = [{ Name: "day", Type: "string" }];
    await fixture.createTable("db", { ...TABLE, PartitionKeys });
    await fixture.createTable("db", { ...BUILT, PartitionKeys });
    await addPartitions("t", "s3://b/old", ["1", "2"]);
    await addPartitions("t__dbt_new_1", "s3://b/new", ["2", "3"]);
    await replace();
    expect(await partitions("t")).toEqual(["2 s3://b/new/day=2", "3 s3://b/new/day=3"]);
  });

  it("takes the place of a view", async () => {
    await fixture.createTable("db", {
      Name: "t",
      TableType: "VIRTUAL_VIEW",
      ViewOriginalText: "select 1",
    });
    await fixture.createTable("db", BUILT);
    await replace();
    const table = await fixture.table("db", "t");
    expect(table?.TableType).toBe("EXTERNAL_TABLE");
    expect(table?.ViewOriginalText).toBeUndefined();
  });

  it("that is not in the catalog leaves the old one as it was", async () => {
    await fixture.createTable("db", TABLE);
    await expect(replace()).rejects.toMatchObject({ code: "RELATION_NOT_IN_CATALOG" });
    expect((await fixture.table("db", "t"))?.StorageDescriptor?.Location).toBe("s3://b/old");
  });
});

async function addPartitions(
  TableName: string,
  root: string,
  days: readonly string[],
): Promise<void> {
  const PartitionInputList = days.map((day) => ({
    Values: [day],
    StorageDescriptor: { Location: `${root}/day=${day}` },
  }));
  await fixture.client.send(
    new BatchCreatePartitionCommand({ DatabaseName: "db", TableName, PartitionInputList }),
  );
}

async function partitions(TableName: string): Promise<string[]> {
  const { Partitions = [] } = await fixture.client.send(
    new GetPartitionsCommand({ DatabaseName: "db", TableName }),
  );
  return Partitions.map(
    ({ Values, StorageDescriptor }) => `${String(Values)} ${StorageDescriptor?.Location ?? ""}`,
  ).sort();
}
