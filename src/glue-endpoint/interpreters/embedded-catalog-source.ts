import type { Adapter } from "../../adapter/adapter.ts";
import type { CatalogColumn, RelationDetails } from "../../adapter/catalog.ts";
import type { CatalogSource, SourceEntry } from "../catalog-source.ts";
import type { CatalogEntry } from "../state/account.ts";

/** The embedded engine's catalog. It takes comments from the API; other changes stay with the API. */
export function embeddedCatalogSource(adapter: Adapter): CatalogSource {
  const { catalog } = adapter;
  const tables = async (database: string): Promise<SourceEntry[]> =>
    (await catalog.describe(database)).map(tableEntry);
  return {
    databases: async () => (await catalog.listSchemas()).map((Name) => ({ Name, Parameters: {} })),
    tables,
    table: async (database, name) =>
      (await tables(database)).find((table) => table.Name === name.toLowerCase()),
    createDatabase: ({ Name }) => catalog.createSchema(Name),
    updateDatabase: () => Promise.resolve(),
    dropDatabase: (name) => catalog.dropSchema(name),
    createTable: () => Promise.resolve(false),
    async updateTable(schema, input) {
      const comment = typeof input.Description === "string" ? input.Description : undefined;
      await catalog.setComments({ schema, identifier: input.Name }, comment, commentsOf(input));
    },
    async dropTable(database, name) {
      const lane = await adapter.connect("glue-endpoint");
      const view = (await catalog.listRelations(database)).some(
        (relation) => relation.identifier === name && relation.kind === "view",
      );
      try {
        await lane.execute(`drop ${view ? "view" : "table"} \`${database}\`.\`${name}\``);
      } finally {
        await lane.close();
      }
    },
  };
}

function tableEntry(details: RelationDetails): SourceEntry {
  const { columns } = details;
  return {
    Name: details.identifier.toLowerCase(),
    Owner: details.owner,
    Description: details.comment,
    TableType: details.kind === "view" ? "VIRTUAL_VIEW" : "EXTERNAL_TABLE",
    Parameters: { ...providerParameters(details.provider), ...statisticParameters(details) },
    StorageDescriptor: {
      Columns: columns.filter((column) => column.partition !== true).map(columnEntry),
      Location: details.location ?? "",
    },
    PartitionKeys: columns.filter((column) => column.partition === true).map(columnEntry),
  };
}

function columnEntry({ name, type, comment }: CatalogColumn): CatalogEntry {
  return { Name: name, Type: type, Comment: comment };
}

/** The signs by which clients tell formats apart. */
function providerParameters(provider: string | undefined): Record<string, string> {
  switch (provider) {
    case undefined:
      return {};
    case "iceberg":
      return { table_type: "ICEBERG", metadata_location: "" };
    default:
      return { "spark.sql.sources.provider": provider };
  }
}

function statisticParameters({ statistics }: RelationDetails): Record<string, string> {
  const rows = statistics.find(({ id }) => id === "rows");
  return rows === undefined ? {} : { "spark.sql.statistics.numRows": String(rows.value) };
}

function commentsOf(input: SourceEntry): Record<string, string> {
  const storage = input.StorageDescriptor as { readonly Columns?: unknown } | undefined;
  const columns = [storage?.Columns, input.PartitionKeys].flatMap((list) =>
    Array.isArray(list) ? (list as CatalogEntry[]) : [],
  );
  return Object.fromEntries(
    columns
      .filter((column) => typeof column.Comment === "string")
      .map((column) => [String(column.Name), String(column.Comment)]),
  );
}
