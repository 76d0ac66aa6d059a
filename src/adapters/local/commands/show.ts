import type { QueryResult } from "../../../adapter/connection.ts";
import { notSupported } from "../../../errors/not-supported.ts";
import { schemaNotFound } from "../../../errors/spark-catalog-errors.ts";
import type { ShowTranslation } from "../../../sql/show-translation.ts";
import { isVersion2 } from "../../spark/table-formats.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { requireAnyRelation, requireRelation } from "../engine/relation-target.ts";
import { sparkName } from "../engine/spark-name.ts";
import { findSchema } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { partitionName, readPartitions } from "./read-partitions.ts";
import { catalogFacts, partitionColumnsText } from "./relation-facts.ts";
import { showCreateTable } from "./show-create-table.ts";
import { matchesPattern } from "./spark-pattern.ts";
import { tableAnswer } from "./table-answer.ts";
import { schemaTree } from "./type-sql.ts";

/** Every form of SHOW, with Spark's own columns. */
export async function show(lane: Lane, statement: ShowTranslation): Promise<QueryResult> {
  switch (statement.what) {
    case "schemas":
      return showSchemas(lane, statement.like);
    case "tables":
    case "views":
      return showRelations(lane, statement);
    case "table-extended":
      return showExtended(lane, statement);
    case "columns":
      return tableAnswer(
        ["col_name"],
        requireAnyRelation(lane, statement.target).columns.map((column) => [column.name]),
      );
    case "create-table":
      return showCreateTable(requireRelation(lane, statement.target));
    case "partitions":
      return await showPartitions(lane, statement);
    case "properties":
      return showProperties(requireAnyRelation(lane, statement.target), statement.key);
    case "functions":
      throw notSupported("SHOW FUNCTIONS", "on the local engine");
    case "catalogs":
      return tableAnswer(["catalog"], [[CATALOG]]);
    case "current-schema":
      return tableAnswer(["catalog", "namespace"], [[CATALOG, lane.session.currentSchema]]);
  }
}

type Show<W extends ShowTranslation["what"]> = ShowTranslation & { readonly what: W };

function showSchemas(lane: Lane, like: string | undefined): QueryResult {
  const names = [...lane.warehouse.mirror.schemas.keys()].filter((name) =>
    matchesPattern(name, like),
  );
  return tableAnswer(
    ["namespace"],
    names.sort().map((name) => [name]),
  );
}

function showRelations(lane: Lane, statement: Show<"tables" | "views">): QueryResult {
  const rows = listed(lane, statement.schema, statement.like)
    .filter(({ relation }) => statement.what === "tables" || relation.kind === "view")
    .map(({ relation, temporary }) => [relation.schema, relation.name, temporary]);
  const nameColumn = statement.what === "tables" ? "tableName" : "viewName";
  return tableAnswer(["namespace", nameColumn, "isTemporary"], rows);
}

interface Listed {
  readonly relation: RelationRecord;
  readonly temporary: boolean;
}

/** The schema's relations by name, then the temporary views that every schema shows. */
function listed(
  lane: Lane,
  schema: string | undefined,
  like: string | undefined,
): readonly Listed[] {
  const name = (schema ?? lane.session.currentSchema).toLowerCase();
  const permanent =
    name === "global_temp"
      ? lane.warehouse.globalViews
      : findSchema(lane.warehouse.mirror, name)?.relations;
  if (permanent === undefined) throw schemaNotFound(sparkName(name));
  const isTemporary = name === "global_temp";
  const all = [
    ...byName(permanent).map((relation) => ({ relation, temporary: isTemporary })),
    ...byName(lane.session.temporaryViews).map((relation) => ({ relation, temporary: true })),
  ];
  return all.filter(({ relation }) => matchesPattern(relation.name, like));
}

function byName(relations: ReadonlyMap<string, RelationRecord>): readonly RelationRecord[] {
  return [...relations.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function showExtended(lane: Lane, statement: Show<"table-extended">): QueryResult {
  const rows = listed(lane, statement.schema, statement.like).map(({ relation, temporary }) => [
    relation.schema,
    relation.name,
    temporary,
    `${relationInformation(relation)}\n`,
  ]);
  return tableAnswer(["namespace", "tableName", "isTemporary", "information"], rows);
}

function relationInformation(relation: RelationRecord): string {
  const facts = catalogFacts(relation).map(([key, value]) => `${key}: ${value}`);
  // Delta and Iceberg keep their schema to themselves, and Spark does not print it here.
  if (relation.kind === "table" && isVersion2(relation.provider ?? ""))
    return `${facts.join("\n")}\n`;
  const partitions =
    relation.partitioning.length === 0
      ? []
      : [`Partition Columns: ${partitionColumnsText(relation)}`];
  return [...facts, ...partitions, `Schema: ${schemaTree(relation.columns)}`].join("\n");
}

async function showPartitions(lane: Lane, statement: Show<"partitions">): Promise<QueryResult> {
  const table = requireRelation(lane, statement.target);
  const wanted = partitionName(table, statement.partition ?? [])
    .split("/")
    .filter((part) => part !== "");
  const names = (await readPartitions(lane, table)).filter((name) =>
    wanted.every((part) => name.split("/").includes(part)),
  );
  return tableAnswer(
    ["partition"],
    names.map((name) => [name]),
  );
}

function showProperties(relation: RelationRecord, key: string | undefined): QueryResult {
  if (key !== undefined) {
    const shown = `${CATALOG}.${relation.schema}.${relation.name}`;
    const value = relation.properties[key] ?? `Table ${shown} does not have property: ${key}`;
    return tableAnswer(["key", "value"], [[key, value]]);
  }
  const entries = Object.entries(relation.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return tableAnswer(["key", "value"], entries);
}
