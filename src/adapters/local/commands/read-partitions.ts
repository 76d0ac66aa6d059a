import type { Cell } from "../../../adapter/connection.ts";
import type { PartitionValue } from "../../../sql/translated-query.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { targetOf } from "../engine/relation-target.ts";
import { runQuery } from "../engine/run-query.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { sameName } from "./table-record.ts";

/** A table's partitions as Spark lists them: `a=1/b=2`, sorted. */
export async function readPartitions(
  lane: Lane,
  table: RelationRecord,
): Promise<readonly string[]> {
  const columns = table.partitioning.map((partition) => partition.column);
  if (columns.length === 0) return [];
  const list = columns.map((column) => quoteName(column)).join(", ");
  const types = columns.map((column) => ({
    name: column,
    type:
      table.columns.find((known) => sameName(known.name, column))?.type ??
      ({ kind: "string" } as const),
  }));
  const { rows } = await runQuery(lane, {
    duckSql: `SELECT DISTINCT ${list} FROM ${targetOf(table.schema, table.name).sql}`,
    columns: types,
  });
  const found = rows.map((row) =>
    columns.map((column, at) => `${column}=${partitionText(row[at])}`).join("/"),
  );
  return [...new Set([...found, ...(table.addedPartitions ?? [])])].sort();
}

/** `a=1/b=2` of a PARTITION clause, in the table's order. */
export function partitionName(table: RelationRecord, values: readonly PartitionValue[]): string {
  return table.partitioning
    .flatMap(({ column }) => {
      const value = values.find((given) => sameName(given.column, column));
      return value === undefined ? [] : [`${column}=${partitionText(value.text)}`];
    })
    .join("/");
}

function partitionText(value: Cell | undefined): string {
  return value === null || value === undefined || value === ""
    ? "__HIVE_DEFAULT_PARTITION__"
    : escapePath(cellText(value));
}

function cellText(value: Cell): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Spark's ExternalCatalogUtils.escapePathName. */
function escapePath(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- Hive escapes control characters in paths.
    /["#%'*/:=?\\\x00-\x1f\x7f{[\]^]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
