import type { Adapter } from "../../adapter/adapter.ts";
import type { RelationDetails } from "../../adapter/catalog.ts";
import type { CatalogSource, SourceTable } from "../catalog-source.ts";

/** The embedded engine's catalog. */
export function embeddedCatalogSource(adapter: Adapter): CatalogSource {
  const { catalog } = adapter;
  const tables = async (database: string): Promise<SourceTable[]> =>
    (await catalog.describe(database)).map(sourceTable);
  return {
    databases: () => catalog.listSchemas(),
    tables,
    table: async (database, name) =>
      (await tables(database)).find((table) => table.name.toLowerCase() === name.toLowerCase()),
    createDatabase: (name) => catalog.createSchema(name),
    dropDatabase: (name) => catalog.dropSchema(name),
  };
}

function sourceTable(details: RelationDetails): SourceTable {
  const { identifier, kind, provider, columns, location, owner, comment } = details;
  return {
    name: identifier,
    kind,
    columns,
    ...(provider === undefined ? {} : { provider }),
    ...(location === undefined ? {} : { location }),
    ...(owner === undefined ? {} : { owner }),
    ...(comment === undefined ? {} : { comment }),
  };
}
