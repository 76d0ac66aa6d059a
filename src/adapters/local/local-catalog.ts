import type {
  Catalog,
  CatalogColumn,
  CatalogRelation,
  RelationDetails,
} from "../../adapter/catalog.ts";
import { relationNotFound, schemaNotFound } from "../../errors/spark-catalog-errors.ts";
import { sparkTypeText } from "../../sql/spark-type.ts";
import { changeSchema } from "./commands/change-schema.ts";
import { withColumnComments, withComment } from "./commands/comment-on.ts";
import { putRecord } from "./commands/put-record.ts";
import { sameName } from "./commands/table-record.ts";
import { sparkName } from "./engine/spark-name.ts";
import type { Lane } from "./engine/lane.ts";
import { findRelation, findSchema } from "./metadata/catalog-mirror.ts";
import type { RelationRecord } from "./metadata/records.ts";
import { tableStatistics } from "./metadata/table-statistics.ts";

/** The catalog contract over the warehouse's mirror; `lane` is the engine's own. */
export function localCatalog(lane: Lane): Catalog {
  const { mirror } = lane.warehouse;
  return {
    listSchemas: () => Promise.resolve([...mirror.schemas.keys()].sort()),
    createSchema: (schema) =>
      changeSchema(lane, { kind: "create-schema", schema, ifNotExists: true, properties: {} }),
    dropSchema: (schema) =>
      changeSchema(lane, { kind: "drop-schema", schema, ifExists: true, cascade: true }),
    listRelations: (schema) =>
      Promise.resolve(
        [...(findSchema(mirror, schema)?.relations.values() ?? [])].map(listedRelation),
      ),
    getColumns: ({ schema, identifier }) => {
      const relation = findRelation(mirror, schema, identifier);
      return Promise.resolve(relation === undefined ? undefined : relationColumns(relation));
    },
    describe: (schema) => describeSchema(lane, schema),
    setComments: async ({ schema, identifier }, comment, columns) => {
      const relation = findRelation(mirror, schema, identifier);
      if (relation === undefined) throw relationNotFound(sparkName(schema, identifier));
      const commented = withColumnComments(relation, new Map(Object.entries(columns)));
      await putRecord(lane, comment === undefined ? commented : withComment(commented, comment));
    },
  };
}

function listedRelation(relation: RelationRecord): CatalogRelation {
  return {
    schema: relation.schema,
    identifier: relation.name,
    kind: relation.kind,
    ...(relation.provider === undefined ? {} : { provider: relation.provider }),
    owner: relation.owner,
    ...(relation.comment === undefined ? {} : { comment: relation.comment }),
  };
}

function relationColumns(relation: RelationRecord): readonly CatalogColumn[] {
  return relation.columns.map((column) => ({
    name: column.name,
    type: sparkTypeText(column.type),
    ...(column.comment === undefined ? {} : { comment: column.comment }),
    partition: relation.partitioning.some((partition) => sameName(partition.column, column.name)),
  }));
}

async function describeSchema(lane: Lane, schema: string): Promise<readonly RelationDetails[]> {
  const entry = findSchema(lane.warehouse.mirror, schema);
  if (entry === undefined) throw schemaNotFound(sparkName(schema));
  const statistics = await tableStatistics(lane, entry.record.name);
  return [...entry.relations.values()].map((relation) => ({
    ...listedRelation(relation),
    columns: relationColumns(relation),
    ...(relation.location === undefined ? {} : { location: relation.location }),
    statistics: statistics.get(relation.name) ?? [],
  }));
}
