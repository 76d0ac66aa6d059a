import { invalidInput } from "../glue-fault.ts";
import type { CatalogEntry, TableEntry } from "../state/account.ts";
import { page } from "./page.ts";
import { findTable } from "./table-call.ts";
import type { Body, Call } from "./table-call.ts";

/** What a call may name at most. */
const MOST = { create: 100, update: 100, delete: 25 };

/** A table's partitions are the engine's where the table is. */
export const PARTITION_OPERATIONS: readonly (readonly [string, Body])[] = [
  ["GetPartitions", getPartitions],
  ["BatchCreatePartition", batchCreatePartition],
  ["BatchUpdatePartition", batchUpdatePartition],
  ["BatchDeletePartition", batchDeletePartition],
];

async function getPartitions(call: Call): Promise<object> {
  const table = findTable(call, "TableName");
  const all = [...(await partitionsOf(call, table)).values()];
  const { items, next } = page(all, call.input, { max: 1000, default: 1000 });
  return { Partitions: items, NextToken: next };
}

async function batchCreatePartition(call: Call): Promise<object> {
  const table = findTable(call, "TableName");
  const known = await partitionsOf(call, table);
  const given = listOf(call, "PartitionInputList", MOST.create);
  const fresh = given.filter((partition) => !known.has(keyOf(partition.Values)));
  const taken = given.filter((partition) => known.has(keyOf(partition.Values)));
  await put(call, table, "create", fresh);
  return { Errors: taken.map(({ Values }) => failure(Values, "AlreadyExistsException")) };
}

async function batchUpdatePartition(call: Call): Promise<object> {
  const table = findTable(call, "TableName");
  const known = await partitionsOf(call, table);
  const entries = listOf(call, "Entries", MOST.update);
  const isKnown = (entry: CatalogEntry): boolean => known.has(keyOf(entry.PartitionValueList));
  const inputs = entries.filter(isKnown).map((entry) => entry.PartitionInput as CatalogEntry);
  await put(call, table, "update", inputs);
  const Errors = entries
    .filter((entry) => !isKnown(entry))
    .map((entry) => failure(entry.PartitionValueList, "EntityNotFoundException"));
  return { Errors };
}

async function batchDeletePartition(call: Call): Promise<object> {
  const table = findTable(call, "TableName");
  const known = await partitionsOf(call, table);
  const Errors: object[] = [];
  for (const { Values } of listOf(call, "PartitionsToDelete", MOST.delete)) {
    if (!known.has(keyOf(Values))) Errors.push(failure(Values, "EntityNotFoundException"));
    else if (!table.mirrored) table.partitions.delete(keyOf(Values));
    else await call.source?.dropPartition?.(call.databaseName, nameOf(table), Values as string[]);
  }
  return { Errors };
}

async function partitionsOf(
  { source, databaseName }: Call,
  table: TableEntry,
): Promise<ReadonlyMap<string, CatalogEntry>> {
  if (!table.mirrored || !source?.partitions) return table.partitions;
  const found = await source.partitions(databaseName, nameOf(table));
  return new Map(found.map((entry) => [keyOf(entry.Values), complete(table, entry)]));
}

async function put(
  { source, databaseName }: Call,
  table: TableEntry,
  how: "create" | "update",
  inputs: readonly CatalogEntry[],
): Promise<void> {
  if (inputs.length === 0) return;
  if (table.mirrored && source?.putPartitions)
    await source.putPartitions(databaseName, nameOf(table), how, inputs);
  else for (const each of inputs) table.partitions.set(keyOf(each.Values), complete(table, each));
}

function complete({ entry }: TableEntry, partition: CatalogEntry): CatalogEntry {
  return { ...partition, DatabaseName: entry.DatabaseName, TableName: entry.Name };
}

function listOf({ input }: Call, member: string, most: number): CatalogEntry[] {
  const list = input.optionalList(member) ?? [];
  if (list.length > most) throw invalidInput(`${member} may hold at most ${most} partitions.`);
  return list as CatalogEntry[]; // what a member of them lacks, the engine refuses
}

function nameOf({ entry }: TableEntry): string {
  return String(entry.Name);
}

function keyOf(values: unknown): string {
  return JSON.stringify(values);
}

function failure(values: unknown, code: string): object {
  return { PartitionValues: values, ErrorDetail: { ErrorCode: code, ErrorMessage: code } };
}
