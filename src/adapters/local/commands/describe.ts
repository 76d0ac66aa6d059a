import type { QueryResult } from "../../../adapter/connection.ts";
import { notSupported } from "../../../errors/not-supported.ts";
import { columnNotFound, schemaNotFound } from "../../../errors/spark-catalog-errors.ts";
import { sparkTypeText } from "../../../sql/spark-type.ts";
import type { DescribeTranslation } from "../../../sql/show-translation.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { requireAnyRelation } from "../engine/relation-target.ts";
import { resolveOutput } from "../engine/resolve-output.ts";
import { sparkName } from "../engine/spark-name.ts";
import { findSchema } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { relationFacts } from "./relation-facts.ts";
import { tableAnswer } from "./table-answer.ts";
import { sameName } from "./table-record.ts";

type Rows = readonly (readonly (string | null)[])[];

/** DESCRIBE TABLE, column, DATABASE, QUERY. */
export async function describe(lane: Lane, statement: DescribeTranslation): Promise<QueryResult> {
  switch (statement.what) {
    case "table":
      return columnsAnswer(
        describeRelation(requireAnyRelation(lane, statement.target), statement.extended),
      );
    case "column":
      return describeColumn(requireAnyRelation(lane, statement.target), statement);
    case "schema":
      return describeSchema(lane, statement.schema, statement.extended);
    case "query": {
      const output = await resolveOutput(lane, statement.query);
      return columnsAnswer(output.map(({ name, type }) => [name, sparkTypeText(type), null]));
    }
    case "function":
      throw notSupported("DESCRIBE FUNCTION", "on the local engine");
  }
}

function columnsAnswer(rows: Rows): QueryResult {
  return tableAnswer(["col_name", "data_type", "comment"], rows);
}

function describeRelation(relation: RelationRecord, extended: boolean): Rows {
  const columns = relation.columns.map(columnRow);
  if (relation.kind === "view" && relation.schema === "") return columns;
  return [
    ...columns,
    ...partitionRows(relation),
    ...(extended
      ? [
          ["", "", ""],
          ["# Detailed Table Information", "", ""],
          ...relationFacts(relation).map(([key, value]) => [key, value, ""]),
        ]
      : []),
  ];
}

function columnRow(column: RelationRecord["columns"][number]): readonly (string | null)[] {
  return [column.name, sparkTypeText(column.type), column.comment ?? null];
}

function partitionRows({ partitioning, columns }: RelationRecord): Rows {
  if (partitioning.length === 0) return [];
  if (partitioning.some((partition) => partition.transform !== "identity")) {
    return [
      ["", "", ""],
      ["# Partitioning", "", ""],
      ...partitioning.map((partition, at) => [`Part ${at}`, partition.text, ""]),
    ];
  }
  return [
    ["# Partition Information", "", ""],
    ["# col_name", "data_type", "comment"],
    ...partitioning.flatMap((partition) =>
      columns.filter((column) => sameName(column.name, partition.column)).map(columnRow),
    ),
  ];
}

function describeColumn(
  relation: RelationRecord,
  statement: DescribeTranslation & { readonly what: "column" },
): QueryResult {
  const name = statement.column.join(".");
  const column = relation.columns.find((known) => sameName(known.name, name));
  if (column === undefined) {
    throw columnNotFound(
      sparkName(name),
      relation.columns.map((known) => sparkName(known.name)),
    );
  }
  const statistics = [
    "min",
    "max",
    "num_nulls",
    "distinct_count",
    "avg_col_len",
    "max_col_len",
    "histogram",
  ];
  return tableAnswer(
    ["info_name", "info_value"],
    [
      ["col_name", column.name],
      ["data_type", sparkTypeText(column.type)],
      ["comment", column.comment ?? "NULL"],
      ...(statement.extended ? statistics.map((key) => [key, "NULL"]) : []),
    ],
  );
}

function describeSchema(lane: Lane, name: string, extended: boolean): QueryResult {
  const record = findSchema(lane.warehouse.mirror, name)?.record;
  if (record === undefined) throw schemaNotFound(sparkName(name));
  const properties = Object.entries(record.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  const text =
    properties.length === 0
      ? ""
      : `(${properties.map(([key, value]) => `(${key},${value})`).join(", ")})`;
  return tableAnswer(
    ["info_name", "info_value"],
    [
      ["Catalog Name", CATALOG],
      ["Namespace Name", record.name],
      ["Comment", record.comment ?? ""],
      ["Location", record.location ?? ""],
      ["Owner", record.owner],
      ...(extended ? [["Properties", text]] : []),
    ],
  );
}
