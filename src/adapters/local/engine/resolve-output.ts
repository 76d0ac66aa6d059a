import type { SparkType } from "../../../sql/spark-type.ts";
import type { OutputColumn, TranslatedQuery } from "../../../sql/translated-query.ts";
import { duckTypeText } from "../values/duck-type-text.ts";
import { refineType } from "../values/spark-type-of.ts";
import type { Lane } from "./lane.ts";

/**
 * A query's columns with every type known: what the front end could not work out is asked of
 * DuckDB, which binds the query without running it.
 */
export async function resolveOutput(
  lane: Lane,
  query: TranslatedQuery,
): Promise<readonly OutputColumn[]> {
  const { columns } = query;
  if (columns?.every((column) => duckTypeText(column.type) !== undefined) === true) return columns;
  const prepared = await lane.connection.prepare(query.duckSql);
  try {
    return Array.from({ length: prepared.columnCount }, (_, at) => ({
      name: prepared.columnName(at),
      ...columns?.[at],
      type: refineType(columns?.[at]?.type, prepared.columnType(at)),
    }));
  } finally {
    prepared.destroySync();
  }
}

/**
 * The query with its columns cast to the given types and named `names`, whatever names and
 * duplicates it has inside.
 */
export function castQuery(
  duckSql: string,
  columns: readonly { readonly name: string; readonly sql: string }[],
  width: number,
): string {
  const inner = Array.from({ length: width }, (_, at) => inputColumn(at)).join(", ");
  const list = columns.map((column) => `${column.sql} AS "${column.name.replaceAll('"', '""')}"`);
  return `SELECT ${list.join(", ")} FROM (${duckSql}\n) AS q(${inner})`;
}

/** The name of the query's column number `at` inside `castQuery`. */
export function inputColumn(at: number): string {
  return `c${at}`;
}

export function castTo(sql: string, type: SparkType): string {
  const duckType = duckTypeText(type);
  return duckType === undefined ? sql : `CAST(${sql} AS ${duckType})`;
}
