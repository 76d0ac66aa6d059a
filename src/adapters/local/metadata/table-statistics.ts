import type { CatalogStatistic } from "../../../adapter/catalog.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { quoteText } from "../engine/quote.ts";

/** Row counts and sizes of a schema's tables, from DuckDB's own bookkeeping: no table is read. */
export async function tableStatistics(
  lane: Lane,
  schema: string,
): Promise<ReadonlyMap<string, readonly CatalogStatistic[]>> {
  const result = await lane.connection.run(
    `SELECT table_name, estimated_size FROM duckdb_tables() WHERE database_name = '${CATALOG}' AND schema_name = ${quoteText(schema)}`,
  );
  const sizes = new Map<string, readonly CatalogStatistic[]>();
  for (const [name, rows] of await result.getRows()) {
    const bytes = await tableBytes(lane, schema, String(name));
    sizes.set(String(name), [
      { id: "rows", label: "rows", value: Number(rows), description: "Number of rows." },
      {
        id: "bytes",
        label: "bytes",
        value: bytes,
        description: "Size in the warehouse file, in bytes.",
      },
    ]);
  }
  return sizes;
}

/** Blocks of 256 KiB that hold the table's columns. */
async function tableBytes(lane: Lane, schema: string, name: string): Promise<number> {
  const path = quoteText(`${CATALOG}."${schema}"."${name}"`);
  const result = await lane.connection.run(
    `SELECT count(DISTINCT block_id) * 262144 FROM pragma_storage_info(${path}) WHERE persistent`,
  );
  return Number((await result.getRows())[0]?.[0] ?? 0);
}
