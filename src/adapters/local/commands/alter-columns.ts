import {
  columnAlreadyExists,
  columnNotFound,
  tableOperationNotSupported,
  typeChangeNotSupported,
} from "../../../errors/spark-catalog-errors.ts";
import { notSupported } from "../../../errors/not-supported.ts";
import { sparkTypeText, type SparkType } from "../../../sql/spark-type.ts";
import type {
  AddedColumn,
  AlterTableTranslation,
  ColumnPosition,
} from "../../../sql/alter-translation.ts";
import { DEFAULT_PROVIDER, isVersion2 } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";
import type { ColumnRecord, RelationRecord } from "../metadata/records.ts";
import type { AlteredTable } from "./alter-table.ts";
import { columnRecord } from "./create-table.ts";
import { putRecord } from "./put-record.ts";
import { rebuildTable } from "./rebuild-table.ts";
import { sameName } from "./table-record.ts";

type Action<K extends AlterTableTranslation["action"]> = Extract<
  AlterTableTranslation,
  { readonly action: K }
>;

/** ADD COLUMNS: at the end (before partition columns), or where FIRST or AFTER says. */
export async function addColumns(
  lane: Lane,
  altered: AlteredTable,
  statement: Action<"add-columns">,
): Promise<void> {
  let columns = [...altered.table.columns];
  for (const added of statement.columns) columns = withColumn(altered, columns, added);
  const { table, target } = altered;
  const isAppended = table.columns.every((column, at) => columns[at] === column);
  if (!isAppended) {
    await rebuildTable(lane, altered, columns);
    return;
  }
  await inTransaction(lane, async (transaction) => {
    for (const added of statement.columns) {
      const initial = added.defaultSql === undefined ? "" : ` DEFAULT ${added.defaultSql}`;
      await transaction.run(
        `ALTER TABLE ${target.sql} ADD COLUMN ${quoteName(added.name)} ${added.duckType}${initial}`,
      );
    }
    transaction.change({ change: "put", relation: { ...table, columns } });
  });
}

function withColumn(
  { table }: AlteredTable,
  columns: readonly ColumnRecord[],
  added: AddedColumn,
): ColumnRecord[] {
  if (added.path.length > 1) {
    throw notSupported("ALTER TABLE ADD COLUMNS inside a struct", "on the local engine");
  }
  if (columns.some((column) => sameName(column.name, added.name))) {
    throw columnAlreadyExists(sparkName(added.name));
  }
  const record = columnRecord(added, false);
  if (added.position !== undefined) return placeColumn(columns, record, added.position);
  const partitions = isVersion2(table.provider ?? DEFAULT_PROVIDER) ? 0 : table.partitioning.length;
  const end = columns.length - partitions;
  return [...columns.slice(0, end), record, ...columns.slice(end)];
}

function placeColumn(
  columns: readonly ColumnRecord[],
  column: ColumnRecord,
  position: ColumnPosition,
): ColumnRecord[] {
  const others = columns.filter((known) => known.name !== column.name);
  if (position === "first") return [column, ...others];
  const at = columnIndex(others, position.after);
  return [...others.slice(0, at + 1), column, ...others.slice(at + 1)];
}

/** DROP COLUMNS: DataSource V2 only. */
export async function dropColumns(
  lane: Lane,
  { table, target }: AlteredTable,
  statement: Action<"drop-columns">,
): Promise<void> {
  checkMapping({ table, target }, "DROP COLUMN");
  const dropped = statement.columns
    .map((path) => path.join("."))
    .filter(
      (name) => !statement.ifExists || table.columns.some((column) => sameName(column.name, name)),
    )
    .map((name) => table.columns[columnIndex(table.columns, name)]);
  await inTransaction(lane, async (transaction) => {
    for (const column of dropped) {
      if (column === undefined) continue;
      await transaction.run(`ALTER TABLE ${target.sql} DROP COLUMN ${quoteName(column.name)}`);
    }
    const columns = table.columns.filter((column) => !dropped.includes(column));
    transaction.change({ change: "put", relation: { ...table, columns } });
  });
}

/** RENAME COLUMN: DataSource V2 only. */
export async function renameColumn(
  lane: Lane,
  { table, target }: AlteredTable,
  statement: Action<"rename-column">,
): Promise<void> {
  checkMapping({ table, target }, "RENAME COLUMN");
  const at = columnIndex(table.columns, statement.path.join("."));
  const old = table.columns[at]?.name ?? "";
  if (table.columns.some((column, other) => other !== at && sameName(column.name, statement.to))) {
    throw columnAlreadyExists(sparkName(statement.to));
  }
  const columns = table.columns.map((column, other) =>
    other === at ? { ...column, name: statement.to } : column,
  );
  const partitioning = table.partitioning.map((partition) =>
    sameName(partition.column, old)
      ? { ...partition, column: statement.to, text: partition.text.replace(old, statement.to) }
      : partition,
  );
  await inTransaction(lane, async (transaction) => {
    await transaction.run(
      `ALTER TABLE ${target.sql} RENAME COLUMN ${quoteName(old)} TO ${quoteName(statement.to)}`,
    );
    transaction.change({ change: "put", relation: { ...table, columns, partitioning } });
  });
}

/** Delta drops and renames columns only when it maps them by name. */
function checkMapping({ table, target }: AlteredTable, operation: string): void {
  if (!isVersion2(table.provider ?? DEFAULT_PROVIDER)) {
    throw tableOperationNotSupported(target.shown, operation);
  }
  const mapping = table.properties["delta.columnMapping.mode"] ?? "none";
  if (table.provider === "delta" && mapping === "none") {
    throw tableOperationNotSupported(
      target.shown,
      `${operation} while 'delta.columnMapping.mode' is not 'name'`,
    );
  }
}

/** ALTER COLUMN: comment, type, position, NOT NULL, DEFAULT. */
export async function alterColumn(
  lane: Lane,
  altered: AlteredTable,
  statement: Action<"alter-column">,
): Promise<void> {
  const { table } = altered;
  if (statement.path.length > 1) {
    throw notSupported("ALTER TABLE ALTER COLUMN inside a struct", "on the local engine");
  }
  const at = columnIndex(table.columns, statement.path.join("."));
  const old = table.columns[at];
  if (old === undefined) return;
  if (statement.type !== undefined) checkTypeChange(altered, old, statement.type);
  const column = changedColumn(old, statement);
  const swapped = table.columns.map((known, other) => (other === at ? column : known));
  const columns =
    statement.position === undefined ? swapped : placeColumn(swapped, column, statement.position);
  const isOnlyRecord =
    statement.type === undefined &&
    statement.position === undefined &&
    statement.nullable === undefined &&
    statement.setDefaultSql === undefined &&
    statement.dropDefault !== true;
  if (isOnlyRecord) await putRecord(lane, { ...table, columns });
  else await rebuildTable(lane, altered, columns);
}

function changedColumn(old: ColumnRecord, statement: Action<"alter-column">): ColumnRecord {
  const { defaultSql, ...rest } = old;
  const initial =
    statement.setDefaultSql ?? (statement.dropDefault === true ? undefined : defaultSql);
  return {
    ...rest,
    type: statement.type ?? old.type,
    nullable: statement.nullable ?? old.nullable,
    ...(statement.comment === undefined ? {} : { comment: statement.comment }),
    ...(initial === undefined ? {} : { defaultSql: initial }),
  };
}

/** Spark's formats widen at most; parquet's columns keep their type. */
function checkTypeChange(
  { table, target }: AlteredTable,
  column: ColumnRecord,
  type: SparkType,
): void {
  const [from, to] = [sparkTypeText(column.type), sparkTypeText(type)];
  if (from === to) return;
  const mayWiden = table.provider === "iceberg" && WIDENINGS.includes(`${from} ${to}`);
  const isText = [from, to].every((name) => /^(string|char|varchar)/.test(name));
  if (mayWiden || isText) return;
  throw typeChangeNotSupported(target.shown, sparkName(column.name), from, to);
}

const WIDENINGS = ["int bigint", "float double"];

/** REPLACE COLUMNS: columns that stay by name keep their values. */
export async function replaceColumns(
  lane: Lane,
  altered: AlteredTable,
  statement: Action<"replace-columns">,
): Promise<void> {
  checkMapping(altered, "REPLACE COLUMNS");
  await rebuildTable(
    lane,
    altered,
    statement.columns.map((column) => columnRecord(column, true)),
  );
}

function columnIndex(columns: RelationRecord["columns"], name: string): number {
  const at = columns.findIndex((column) => sameName(column.name, name));
  if (at < 0) {
    throw columnNotFound(
      sparkName(name),
      columns.map((column) => sparkName(column.name)),
    );
  }
  return at;
}
