import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Adapter } from "../../src/adapter/adapter.ts";
import type { CatalogColumn, RelationDetails } from "../../src/adapter/catalog.ts";
import type { Connection } from "../../src/adapter/connection.ts";
import { openTestAdapter } from "../glue/open-test-adapter.ts";

const SCHEMA = "metadata_of_formats";
const FORMATS = ["parquet", "orc", "csv", "json", "delta", "hudi", "iceberg"];

/** What Spark writes into the Data Catalog, and what it reads of what was written there. */
describe("the Data Catalog and Spark agree", () => {
  let adapter: Adapter;
  let lane: Connection;
  const nameIn = (format: string): string =>
    `${format === "iceberg" ? "glue_catalog." : ""}${SCHEMA}.t_${format}`;

  beforeAll(async () => {
    adapter = openTestAdapter(inject("endpointUrl"), {
      location: "s3://dbt-glue-test/metadata",
      custom_iceberg_catalog_namespace: "glue_catalog",
    });
    await adapter.catalog.createSchema(SCHEMA);
    lane = await adapter.connect("metadata");
    for (const format of FORMATS)
      await lane.execute(
        `create table ${nameIn(format)} using ${format} as select cast(1 as bigint) as id, cast(2.5 as decimal(10,2)) as amount, array(named_struct('a', 1)) as nested`.replace(
          // CSV has no nested values.
          format === "csv" ? ", array(named_struct('a', 1)) as nested" : "",
          "",
        ),
      );
  }, 300_000);

  afterAll(async () => {
    await adapter.catalog.dropSchema(SCHEMA);
    await adapter.close();
  });

  const described = async (format: string): Promise<RelationDetails | undefined> =>
    (await adapter.catalog.describe(SCHEMA, new Set([`t_${format}`])))[0];

  /** What Spark itself says. */
  const bySpark = async (format: string): Promise<CatalogColumn[]> => {
    const { rows } = await lane.execute(`describe ${nameIn(format)}`);
    return rows
      .filter(([name]) => typeof name === "string" && !name.startsWith("_hoodie_"))
      .map(([name, type, comment]) => ({
        name: String(name),
        type: String(type),
        ...(typeof comment === "string" && comment !== "" ? { comment } : {}),
      }));
  };

  it.each(FORMATS)("on the format and the columns of %s", async (format) => {
    const table = await described(format);
    expect(table).toMatchObject({ kind: "table", provider: format });
    expect(table?.columns).toEqual(await bySpark(format));
  });

  it.each(FORMATS)("on comments of %s that were set past Spark", async (format) => {
    const relation = { schema: SCHEMA, identifier: `t_${format}` };
    const text = `it's "all" \\ of ${format}`;
    await adapter.catalog.setComments(relation, text, { id: `${text}: key` });
    const table = await described(format);
    expect(table?.comment).toBe(text);
    expect(table?.columns[0]).toEqual({ name: "id", type: "bigint", comment: `${text}: key` });
    await lane.execute(`refresh table ${nameIn(format)}`);
    expect((await bySpark(format))[0]?.comment).toBe(`${text}: key`);
  });
});
