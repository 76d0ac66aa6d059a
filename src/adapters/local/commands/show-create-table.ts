import type { QueryResult } from "../../../adapter/connection.ts";
import { CATALOG } from "../engine/open-database.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { tableAnswer } from "./table-answer.ts";
import { columnSqlName, typeSql } from "./type-sql.ts";

/** SHOW CREATE TABLE: a statement that makes the relation again. */
export function showCreateTable(relation: RelationRecord): QueryResult {
  const text = relation.kind === "view" ? viewStatement(relation) : tableStatement(relation);
  return tableAnswer(["createtab_stmt"], [[text]]);
}

function tableStatement(table: RelationRecord): string {
  const columns = table.columns.map(
    (column) =>
      `${columnSqlName(column.name)} ${typeSql(column.type)}${column.nullable ? "" : " NOT NULL"}${commentSql(column.comment)}`,
  );
  const { clusteredBy, partitioning } = table;
  return [
    `CREATE TABLE ${CATALOG}.${columnSqlName(table.schema)}.${columnSqlName(table.name)} (\n  ${columns.join(",\n  ")})`,
    `USING ${table.provider ?? "parquet"}`,
    ...listSql("OPTIONS", table.options),
    ...(partitioning.length > 0
      ? [`PARTITIONED BY (${partitioning.map((partition) => partition.text).join(", ")})`]
      : []),
    ...(clusteredBy === undefined ? [] : [bucketSql(clusteredBy)]),
    ...(table.external && table.location !== undefined
      ? [`LOCATION ${textSql(table.location)}`]
      : []),
    ...(table.comment === undefined ? [] : [`COMMENT ${textSql(table.comment)}`]),
    ...listSql("TBLPROPERTIES", table.properties),
    "",
  ].join("\n");
}

function bucketSql(spec: NonNullable<RelationRecord["clusteredBy"]>): string {
  const sorted = spec.sortedBy.length === 0 ? "" : `SORTED BY (${spec.sortedBy.join(", ")})\n`;
  return `CLUSTERED BY (${spec.columns.join(", ")})\n${sorted}INTO ${spec.buckets} BUCKETS`;
}

function viewStatement(view: RelationRecord): string {
  const columns = view.columns.map(
    (column) => `${columnSqlName(column.name)}${commentSql(column.comment)}`,
  );
  return [
    `CREATE VIEW ${columnSqlName(view.schema)}.${columnSqlName(view.name)} (\n  ${columns.join(",\n  ")})`,
    ...(view.comment === undefined ? [] : [`COMMENT ${textSql(view.comment)}`]),
    ...listSql("TBLPROPERTIES", view.properties),
    `AS ${view.viewText ?? ""}`,
    "",
  ].join("\n");
}

function listSql(word: string, entries: Readonly<Record<string, string>>): readonly string[] {
  const list = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  if (list.length === 0) return [];
  return [
    `${word} (\n  ${list.map(([key, value]) => `${textSql(key)} = ${textSql(value)}`).join(",\n  ")})`,
  ];
}

function commentSql(comment: string | undefined): string {
  return comment === undefined ? "" : ` COMMENT ${textSql(comment)}`;
}

function textSql(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
