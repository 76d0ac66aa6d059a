import type { DuckDBResult } from "@duckdb/node-api";
import type { Cell, ExecuteOptions, QueryResult } from "../../../adapter/connection.ts";
import { sparkTypeText } from "../../../sql/spark-type.ts";
import type { TranslatedQuery } from "../../../sql/translated-query.ts";
import { cellReader } from "../values/cell-reader.ts";
import { refineType } from "../values/spark-type-of.ts";
import { laneZone, type Lane } from "./lane.ts";

/** Runs a query on the lane and reads its rows as the contract's cells. */
export async function runQuery(
  lane: Lane,
  query: TranslatedQuery,
  options: ExecuteOptions = {},
): Promise<QueryResult> {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const result =
    options.limit === undefined
      ? await lane.connection.run(query.duckSql)
      : await lane.connection.stream(query.duckSql);
  const zone = laneZone(lane);
  const types = result.columnTypes().map((type, at) => refineType(query.columns?.[at]?.type, type));
  const columns = result.columnNames().map((name, at) => ({
    name: query.columns?.[at]?.name ?? name,
    type: sparkTypeText(types[at] ?? { kind: "void" }),
  }));
  const rows = await readRows(
    result,
    types.map((type) => cellReader(type, zone)),
    limit,
  );
  return { columns, rows, response: { _message: "OK" } };
}

async function readRows(
  result: DuckDBResult,
  readers: readonly ReturnType<typeof cellReader>[],
  limit: number,
): Promise<readonly (readonly Cell[])[]> {
  const rows: Cell[][] = [];
  while (rows.length < limit) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const columns = readers.map((read, at) => chunk.getColumnValues(at).map(read));
    const count = Math.min(chunk.rowCount, limit - rows.length);
    for (let row = 0; row < count; row++) rows.push(columns.map((column) => column[row] ?? null));
  }
  return rows;
}
