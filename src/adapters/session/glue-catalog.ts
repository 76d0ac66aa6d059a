import type { GlueClient } from "@aws-sdk/client-glue";
import type { Catalog } from "../../adapter/catalog.ts";
import { columnsOf, detailsOf, relationOf } from "./catalog-entry.ts";
import { glueCatalogCalls } from "./glue-catalog-calls.ts";
import { withComments } from "./table-comments.ts";

export interface GlueCatalogOptions {
  /** Another account's catalog, or an S3 Tables bucket's. */
  readonly catalogId?: string;
  /** `LocationUri` of databases that are created. */
  locationOf(schema: string): string;
}

/** Metadata from the AWS Glue Data Catalog: milliseconds, and no Spark statement. */
export function createGlueCatalog(
  connect: () => Promise<GlueClient>,
  options: GlueCatalogOptions,
): Catalog {
  const calls = glueCatalogCalls(connect, options.catalogId);
  return {
    listSchemas: async () => (await calls.databases()).map((database) => database.Name ?? ""),
    createSchema: (schema) => calls.createDatabase(schema, options.locationOf(schema)),
    dropSchema: (schema) => calls.dropDatabase(schema),
    listRelations: async (schema) =>
      ((await calls.tables(schema)) ?? []).map((table) => relationOf(schema, table)),
    async getColumns(relation) {
      const table = await calls.table(relation);
      return table === undefined ? undefined : columnsOf(table);
    },
    describe: async (schema) =>
      ((await calls.tables(schema)) ?? []).map((table) => detailsOf(schema, table)),
    async setComments(relation, comment, columns) {
      const table = await calls.table(relation);
      if (!table) return;
      const input = withComments(table, comment, columns);
      await calls.updateTable(relation.schema, input, table.VersionId);
    },
  };
}
