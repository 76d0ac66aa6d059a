import type { GlueClient, Table } from "@aws-sdk/client-glue";
import type {
  Catalog,
  CatalogColumn,
  RelationAddress,
  RelationDetails,
} from "../../../adapter/catalog.ts";
import { relationNotInCatalog } from "../../../errors/catalog-errors.ts";
import { columnsOf, detailsOf, hidesColumns, relationOf } from "./catalog-entry.ts";
import { glueCatalogCalls } from "./glue-catalog-calls.ts";
import { gluePartitionCalls } from "./glue-partition-calls.ts";
import { replaceRelation } from "./replace-relation.ts";
import { commentInCatalog, commentWithSpark } from "./set-comments.ts";
import type { SparkMetadata } from "./spark-metadata.ts";
import { tableFormat } from "./table-format.ts";

export interface GlueCatalogOptions {
  /** Another account's catalog, or an S3 Tables bucket's. */
  readonly catalogId?: string;
  /** `LocationUri` of databases that are created. */
  locationOf(schema: string): string;
  /** What the Data Catalog cannot tell or keep, by the provider that keeps it itself. */
  readonly spark: { readonly delta: SparkMetadata; readonly iceberg: SparkMetadata };
}

/**
 * Metadata from the AWS Glue Data Catalog: milliseconds, and no Spark statement but for Delta's
 * columns and for comments of Delta and Iceberg.
 */
export function createGlueCatalog(
  connect: () => Promise<GlueClient>,
  options: GlueCatalogOptions,
): Catalog {
  const calls = glueCatalogCalls(connect, options.catalogId);
  const read = reader(options);
  return {
    listSchemas: async () => (await calls.databases()).map((database) => database.Name ?? ""),
    createSchema: (schema) => calls.createDatabase(schema, options.locationOf(schema)),
    dropSchema: (schema) => calls.dropDatabase(schema),
    listRelations: async (schema) =>
      ((await calls.tables(schema)) ?? []).map((table) => relationOf(schema, table)),
    async getColumns(relation) {
      const table = await calls.table(relation);
      return table === undefined ? undefined : read.columns(relation, table);
    },
    async describe(schema, wanted) {
      const tables = ((await calls.tables(schema)) ?? []).filter(
        ({ Name }) => wanted?.has((Name ?? "").toLowerCase()) ?? true,
      );
      return Promise.all(tables.map((table) => read.details(schema, table)));
    },
    replaceRelation: (staged, target) =>
      replaceRelation(calls, gluePartitionCalls(connect, options.catalogId), { staged, target }),
    async setComments(relation, comment, columns) {
      const table = await calls.table(relation);
      if (!table) throw relationNotInCatalog(`${relation.schema}.${relation.identifier}`);
      const { provider } = tableFormat(table);
      if (provider === "delta" || provider === "iceberg") {
        const current = {
          columns: await read.columns(relation, table),
          comment: table.Description,
        };
        await commentWithSpark(options.spark[provider], relation, current, { comment, columns });
      }
      // Iceberg brings its comments here itself, with its next commit at the latest.
      if (provider !== "iceberg")
        await commentInCatalog(calls, relation, table, { comment, columns });
    },
  };
}

interface Reader {
  columns(relation: RelationAddress, table: Table): Promise<readonly CatalogColumn[]>;
  details(schema: string, table: Table): Promise<RelationDetails>;
}

function reader({ spark }: GlueCatalogOptions): Reader {
  const columns: Reader["columns"] = (relation, table) =>
    hidesColumns(table) ? spark.delta.columns(relation) : Promise.resolve(columnsOf(table));
  return {
    columns,
    async details(schema, table) {
      const details = detailsOf(schema, table);
      return { ...details, columns: await columns(details, table) };
    },
  };
}
