import {
  relationAlreadyExists,
  relationNotFound,
  voidNotSupported,
  wrongObjectType,
} from "../../../errors/spark-catalog-errors.ts";
import type { ColumnDefinition, CreateTableTranslation } from "../../../sql/table-translation.ts";
import type { OutputColumn } from "../../../sql/translated-query.ts";
import { omit } from "../../../util/omit.ts";
import { DEFAULT_PROVIDER, isVersion2 } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import { resolveTarget, type Target } from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import { castQuery, castTo, inputColumn, resolveOutput } from "../engine/resolve-output.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { ColumnRecord } from "../metadata/records.ts";
import { newTableRecord, orderColumns } from "./table-record.ts";

/** CREATE [OR REPLACE] TABLE, with columns or AS SELECT: one transaction, so readers see old or new. */
export async function createTable(lane: Lane, statement: CreateTableTranslation): Promise<void> {
  const target = resolveTarget(lane, statement.target);
  if (!mayCreate(lane, target, statement)) return;
  const replace = statement.orReplace || statement.mustExist ? "OR REPLACE " : "";
  const { columns, body } = await tableBody(lane, target, statement);
  const record = newTableRecord(lane, target, statement, columns);
  await inTransaction(lane, async (transaction) => {
    await transaction.run(`CREATE ${replace}TABLE ${target.sql} ${body}`);
    transaction.change({ change: "put", relation: record });
  });
}

/** False when IF NOT EXISTS finds the table there. Unlike Spark's, every format can be replaced. */
function mayCreate(lane: Lane, target: Target, statement: CreateTableTranslation): boolean {
  const existing = findRelation(lane.warehouse.mirror, target.schema, target.name);
  if (statement.orReplace || statement.mustExist) {
    if (statement.mustExist && existing === undefined) throw relationNotFound(target.shown);
    if (existing?.kind === "view") {
      throw wrongObjectType({
        operation: "REPLACE TABLE",
        required: "TABLE",
        name: target.shown,
        found: "VIEW",
        use: "CREATE OR REPLACE VIEW",
      });
    }
    return true;
  }
  if (existing === undefined) return true;
  if (statement.ifNotExists) return false;
  throw relationAlreadyExists(target.shown);
}

interface TableBody {
  readonly columns: readonly ColumnRecord[];
  /** What follows CREATE TABLE and the name. */
  readonly body: string;
}

async function tableBody(
  lane: Lane,
  target: Target,
  statement: CreateTableTranslation,
): Promise<TableBody> {
  if (statement.query !== undefined)
    return await queryBody(lane, target, statement, statement.query);
  const enforced = isVersion2(statement.provider ?? DEFAULT_PROVIDER);
  const columns = orderColumns(target, statement.columns, statement);
  return {
    columns: columns.map((column) => columnRecord(column, enforced)),
    body: `(${columns.map((column) => columnSql(column, enforced)).join(", ")})`,
  };
}

async function queryBody(
  lane: Lane,
  target: Target,
  statement: CreateTableTranslation,
  query: NonNullable<CreateTableTranslation["query"]>,
): Promise<TableBody> {
  const output = await resolveOutput(lane, query);
  checkTypes(statement.provider ?? DEFAULT_PROVIDER, output);
  const inputs = output.map((column, at) => ({
    ...column,
    nullable: true,
    sql: castTo(inputColumn(at), column.type),
  }));
  const columns = orderColumns(target, inputs, statement);
  return {
    columns: columns.map((column) => omit(column, "sql")),
    body: `AS ${castQuery(query.duckSql, columns, output.length)}`,
  };
}

function checkTypes(provider: string, output: readonly OutputColumn[]): void {
  const column = output.find(({ type }) => type.kind === "void");
  if (column !== undefined && (provider === "parquet" || provider === "orc")) {
    throw voidNotSupported(provider, sparkName(column.name));
  }
}

/** The record of a declared column. Spark drops NOT NULL for formats that cannot hold it. */
export function columnRecord(column: ColumnDefinition, enforced: boolean): ColumnRecord {
  return {
    name: column.name,
    type: column.type,
    nullable: column.nullable || !enforced,
    ...(column.comment === undefined ? {} : { comment: column.comment }),
    ...(column.defaultSql === undefined ? {} : { defaultSql: column.defaultSql }),
  };
}

function columnSql(column: ColumnDefinition, enforced: boolean): string {
  const notNull = column.nullable || !enforced ? "" : " NOT NULL";
  const initial = column.defaultSql === undefined ? "" : ` DEFAULT ${column.defaultSql}`;
  return `${quoteName(column.name)} ${column.duckType}${notNull}${initial}`;
}
