import { sparkError } from "../../../errors/adapter-errors.ts";
import {
  cannotFindData,
  columnArityMismatch,
  columnNotFound,
  expectTableNotView,
  notAPartitionColumn,
} from "../../../errors/spark-catalog-errors.ts";
import type { OutputColumn } from "../../../sql/translated-query.ts";
import type { InsertTranslation } from "../../../sql/translation.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { findTemporaryView, requireRelation, targetOf } from "../engine/relation-target.ts";
import { castQuery, inputColumn, resolveOutput } from "../engine/resolve-output.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction, type Transaction } from "../engine/transaction.ts";
import type { ColumnRecord, RelationRecord } from "../metadata/records.ts";
import { duckTypeText } from "../values/duck-type-text.ts";
import { sameName } from "./table-record.ts";
import { storeCast } from "./store-assignment.ts";

/** INSERT INTO and INSERT OVERWRITE, with static and dynamic partitions. Gives the rows written. */
export async function insertRows(lane: Lane, statement: InsertTranslation): Promise<number> {
  const table = targetTable(lane, statement);
  const target = targetOf(table.schema, table.name);
  checkPartitionClause(table, target.shown, statement);
  const query = await insertQuery(lane, table, statement);
  return await inTransaction(lane, async (transaction) => {
    if (!statement.overwrite && statement.replaceWhere === undefined) {
      return await transaction.run(`INSERT INTO ${target.sql} BY NAME ${query}`);
    }
    // The query may read the table itself: its rows are made before the old ones go.
    await transaction.run(`CREATE OR REPLACE TEMPORARY TABLE __new AS ${query}`);
    await deleteReplaced(transaction, { lane, table, target: target.sql, statement });
    const count = await transaction.run(
      `INSERT INTO ${target.sql} BY NAME SELECT * FROM temp.main.__new`,
    );
    await transaction.run("DROP TABLE temp.main.__new");
    return count;
  });
}

function targetTable(lane: Lane, statement: InsertTranslation): RelationRecord {
  const temporary = findTemporaryView(lane, statement.target);
  const table = temporary ?? requireRelation(lane, statement.target);
  if (table.kind === "view") {
    throw expectTableNotView(sparkName(table.schema, table.name), "INSERT");
  }
  return table;
}

function checkPartitionClause(
  table: RelationRecord,
  shown: string,
  statement: InsertTranslation,
): void {
  for (const { column } of statement.partition) {
    if (!table.partitioning.some((known) => sameName(known.column, column))) {
      throw notAPartitionColumn(shown, sparkName(column));
    }
  }
}

/** The query with columns named and cast as the table has them. */
async function insertQuery(
  lane: Lane,
  table: RelationRecord,
  statement: InsertTranslation,
): Promise<string> {
  const shown = sparkName("spark_catalog", table.schema, table.name);
  const output = await resolveOutput(lane, statement.query);
  const constants = statement.partition.filter((value) => value.duckSql !== undefined);
  const isConstant = (column: ColumnRecord): boolean =>
    constants.some((value) => sameName(value.column, column.name));
  const open = table.columns.filter((column) => !isConstant(column));
  const sources = matchSources({ shown, open, output, statement });
  const fed = sources.map(({ column, at }) => ({
    name: column.name,
    sql: storeCast(inputColumn(at), output[at]?.type ?? { kind: "unknown" }, {
      name: column.name,
      type: column.type,
      table: shown,
      castsText: table.provider === "delta",
    }),
  }));
  const fixed = table.columns.filter(isConstant).map((column) => ({
    name: column.name,
    sql: `CAST(${constants.find((value) => sameName(value.column, column.name))?.duckSql ?? "NULL"} AS ${duckType(column)})`,
  }));
  return castQuery(statement.query.duckSql, [...fed, ...fixed], output.length);
}

function duckType(column: ColumnRecord): string {
  return duckTypeText(column.type) ?? "VARCHAR";
}

interface SourceColumn {
  readonly column: ColumnRecord;
  /** Position in the query. */
  readonly at: number;
}

function matchSources(facts: {
  readonly shown: string;
  readonly open: readonly ColumnRecord[];
  readonly output: readonly OutputColumn[];
  readonly statement: InsertTranslation;
}): readonly SourceColumn[] {
  const { shown, output, statement } = facts;
  if (statement.byName) return matchByName(facts);
  const open =
    statement.columns === undefined ? facts.open : listedColumns(facts.open, statement.columns);
  if (open.length !== output.length) {
    const names = (list: readonly { readonly name: string }[]): string[] =>
      list.map((column) => sparkName(column.name));
    throw columnArityMismatch(shown, names(open), names(output));
  }
  return open.map((column, at) => ({ column, at }));
}

function listedColumns(
  open: readonly ColumnRecord[],
  listed: readonly string[],
): readonly ColumnRecord[] {
  return listed.map((name) => {
    const found = open.find((column) => sameName(column.name, name));
    if (found === undefined) {
      throw columnNotFound(
        sparkName(name),
        open.map((column) => sparkName(column.name)),
      );
    }
    return found;
  });
}

function matchByName(facts: {
  readonly shown: string;
  readonly open: readonly ColumnRecord[];
  readonly output: readonly OutputColumn[];
}): readonly SourceColumn[] {
  const extra = facts.output.filter(
    (column) => !facts.open.some((known) => sameName(known.name, column.name)),
  );
  if (extra.length > 0) {
    throw sparkError(
      "INCOMPATIBLE_DATA_FOR_TABLE.EXTRA_COLUMNS",
      `Cannot write incompatible data for the table ${facts.shown}: Cannot write extra columns ${extra.map((column) => sparkName(column.name)).join(", ")}.`,
    );
  }
  return facts.open.map((column) => {
    const at = facts.output.findIndex((known) => sameName(known.name, column.name));
    if (at < 0) throw cannotFindData(facts.shown, sparkName(column.name));
    return { column, at };
  });
}

/** Takes away what INSERT OVERWRITE replaces; the new rows are in `temp.main.__new`. */
async function deleteReplaced(
  transaction: Transaction,
  facts: {
    readonly lane: Lane;
    readonly table: RelationRecord;
    readonly target: string;
    readonly statement: InsertTranslation;
  },
): Promise<void> {
  const { target, statement, table } = facts;
  if (statement.replaceWhere !== undefined) {
    await transaction.run(`DELETE FROM ${target} WHERE ${statement.replaceWhere}`);
    return;
  }
  const fixed = statement.partition
    .filter((value) => value.duckSql !== undefined)
    .map((value) => `${quoteName(value.column)} IS NOT DISTINCT FROM ${value.duckSql ?? "NULL"}`);
  const matching = isDynamic(facts.lane, table) ? [samePartition(table)] : [];
  const conditions = [...fixed, ...matching];
  await transaction.run(
    conditions.length === 0
      ? `DELETE FROM ${target}`
      : `DELETE FROM ${target} AS old WHERE ${conditions.join(" AND ")}`,
  );
}

/**
 * Only partitions that get new rows are replaced: under
 * `spark.sql.sources.partitionOverwriteMode = dynamic`, and always in Hive tables.
 */
function isDynamic(lane: Lane, table: RelationRecord): boolean {
  if (table.partitioning.length === 0) return false;
  const mode = lane.session.conf.get("spark.sql.sources.partitionOverwriteMode") ?? "static";
  return mode.toLowerCase() === "dynamic" || table.provider === "hive";
}

function samePartition(table: RelationRecord): string {
  const columns = table.partitioning.map(({ column, transform }) => {
    const name = quoteName(column);
    const key = partitionKey(transform, name);
    return `${key.replaceAll(name, `old.${name}`)} IS NOT DISTINCT FROM ${key.replaceAll(name, `fresh.${name}`)}`;
  });
  return `EXISTS (SELECT 1 FROM temp.main.__new AS fresh WHERE ${columns.join(" AND ")})`;
}

function partitionKey(transform: string, column: string): string {
  const unit = TRANSFORM_UNITS[transform];
  return unit === undefined ? column : `date_trunc('${unit}', ${column})`;
}

const TRANSFORM_UNITS: Readonly<Record<string, string>> = {
  year: "year",
  years: "year",
  month: "month",
  months: "month",
  day: "day",
  days: "day",
  date: "day",
  hour: "hour",
  hours: "hour",
};
