import { cannotFindData, columnAlreadyExists } from "../../../errors/spark-catalog-errors.ts";
import type { TableOptions } from "../../../sql/table-translation.ts";
import { DEFAULT_PROVIDER, isVersion2 } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import type { Target } from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import type { ColumnRecord, RelationRecord } from "../metadata/records.ts";

/** The record of a new table. `columns` are in the order in which the table keeps them. */
export function newTableRecord(
  lane: Lane,
  target: Target,
  options: TableOptions & { readonly external?: boolean },
  columns: readonly ColumnRecord[],
): RelationRecord {
  return {
    schema: target.schema,
    name: target.name,
    kind: "table",
    columns,
    provider: options.provider ?? DEFAULT_PROVIDER,
    external: options.external === true || options.location !== undefined,
    partitioning: options.partitionedBy.map(({ name, column, text }) => ({
      transform: name,
      column: columns.find((known) => sameName(known.name, column))?.name ?? column,
      text,
    })),
    ...(options.clusteredBy === undefined ? {} : { clusteredBy: options.clusteredBy }),
    options: options.options,
    properties: options.properties,
    location: options.location ?? defaultLocation(lane, target),
    ...(options.comment === undefined ? {} : { comment: options.comment }),
    owner: lane.warehouse.owner,
    createdAt: lane.warehouse.now(),
  };
}

/** Where Spark would keep a managed table. Its rows are in the warehouse file all the same. */
export function defaultLocation(lane: Lane, target: Target): string {
  const base = `file:${lane.warehouse.folder}`;
  return target.schema === "default"
    ? `${base}/${target.name}`
    : `${base}/${target.schema}.db/${target.name}`;
}

/**
 * The order in which a table keeps its columns: partition columns go last, except in DataSource V2
 * formats. Checks that they exist and that no name stands twice.
 */
export function orderColumns<T extends { readonly name: string }>(
  target: Target,
  columns: readonly T[],
  options: TableOptions,
): readonly T[] {
  checkNoDuplicates(columns.map((column) => column.name));
  const partitions = options.partitionedBy.map((partition) => {
    const found = columns.find((column) => sameName(column.name, partition.column));
    if (found === undefined) throw cannotFindData(target.shown, sparkName(partition.column));
    return found;
  });
  if (isVersion2(options.provider ?? DEFAULT_PROVIDER)) return columns;
  return [...columns.filter((column) => !partitions.includes(column)), ...partitions];
}

export function checkNoDuplicates(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const low = name.toLowerCase();
    if (seen.has(low)) throw columnAlreadyExists(sparkName(low));
    seen.add(low);
  }
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
