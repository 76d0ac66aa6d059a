import { sparkError } from "../../../errors/adapter-errors.ts";
import type { AlterTableTranslation } from "../../../sql/alter-translation.ts";
import type { PartitionValue } from "../../../sql/translated-query.ts";
import type { Lane } from "../engine/lane.ts";
import { inTransaction } from "../engine/transaction.ts";
import type { AlteredTable } from "./alter-table.ts";
import { partitionName, readPartitions } from "./read-partitions.ts";

/** ALTER TABLE ADD PARTITION: the partition is listed although it has no rows yet. */
export async function addPartitions(
  lane: Lane,
  { table, target }: AlteredTable,
  statement: AlterTableTranslation & { readonly action: "add-partitions" },
): Promise<void> {
  const present = new Set(await readPartitions(lane, table));
  const wanted = statement.partitions.map((values) => partitionName(table, values));
  const clash = wanted.find((name) => present.has(name));
  if (clash !== undefined && !statement.ifNotExists) {
    throw sparkError(
      "PARTITIONS_ALREADY_EXIST",
      `Cannot ADD or RENAME TO partition(s) (${clash}) in table ${target.shown} because they already exist.`,
    );
  }
  await inTransaction(lane, (transaction) => {
    const added = [...new Set([...(table.addedPartitions ?? []), ...wanted])];
    transaction.change({ change: "put", relation: { ...table, addedPartitions: added } });
    return Promise.resolve();
  });
}

/** ALTER TABLE DROP PARTITION: takes the rows away. */
export async function dropPartitions(
  lane: Lane,
  { table, target }: AlteredTable,
  statement: AlterTableTranslation & { readonly action: "drop-partitions" },
): Promise<void> {
  if (!statement.ifExists) await requirePartitions(lane, { table, target }, statement.partitions);
  const dropped = statement.partitions.map((values) => partitionName(table, values));
  await inTransaction(lane, async (transaction) => {
    for (const condition of statement.conditions) {
      await transaction.run(`DELETE FROM ${target.sql} WHERE ${condition}`);
    }
    const kept = (table.addedPartitions ?? []).filter((name) => !dropped.includes(name));
    transaction.change({ change: "put", relation: { ...table, addedPartitions: kept } });
  });
}

async function requirePartitions(
  lane: Lane,
  { table, target }: AlteredTable,
  partitions: readonly (readonly PartitionValue[])[],
): Promise<void> {
  const present = await readPartitions(lane, table);
  for (const values of partitions) {
    if (values.some((value) => value.text === undefined)) continue;
    const parts = values.map((value) => partitionName(table, [value]));
    const found = present.some((name) => parts.every((part) => name.split("/").includes(part)));
    if (found) continue;
    throw sparkError(
      "PARTITIONS_NOT_FOUND",
      `The partition(s) (${parts.join("/")}) cannot be found in table ${target.shown}. Verify the partition specification and table name.`,
    );
  }
}
