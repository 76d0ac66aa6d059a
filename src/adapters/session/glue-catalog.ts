import type { GlueClient, Table, TableInput } from "@aws-sdk/client-glue";
import type {
  Catalog,
  CatalogColumn,
  CatalogRelation,
  CatalogStatistic,
  RelationAddress,
  RelationDetails,
} from "../../adapter/catalog.ts";
import { awsErrorName } from "./aws-error.ts";
import { tableFormat } from "./table-format.ts";

export interface GlueCatalogOptions {
  /** Another account's catalog, or an S3 Tables bucket's. */
  readonly catalogId?: string;
  /** `LocationUri` of databases that are created. */
  locationOf(schema: string): string;
}

/**
 * Metadata from the AWS Glue Data Catalog: milliseconds, and no Spark statement. Names are looked
 * up in lower case, as the service stores them. Only EntityNotFound means "does not exist".
 */
export function createGlueCatalog(
  connect: () => Promise<GlueClient>,
  options: GlueCatalogOptions,
): Catalog {
  const catalog = options.catalogId === undefined ? {} : { CatalogId: options.catalogId };
  const tablesOf = async (schema: string): Promise<Table[]> => {
    const [client, { GetTablesCommand }] = await Promise.all([connect(), sdk()]);
    const found: Table[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new GetTablesCommand({ ...catalog, DatabaseName: schema.toLowerCase(), NextToken }),
      );
      found.push(...(page.TableList ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return found;
  };
  const tableOf = async (relation: RelationAddress): Promise<Table | undefined> => {
    const [client, { GetTableCommand }] = await Promise.all([connect(), sdk()]);
    const answer = await orMissing(() =>
      client.send(
        new GetTableCommand({
          ...catalog,
          DatabaseName: relation.schema.toLowerCase(),
          Name: relation.identifier.toLowerCase(),
        }),
      ),
    );
    return answer?.Table;
  };
  return {
    async listSchemas() {
      const [client, { GetDatabasesCommand }] = await Promise.all([connect(), sdk()]);
      const names: string[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new GetDatabasesCommand({ ...catalog, NextToken }));
        for (const database of page.DatabaseList ?? []) names.push(database.Name ?? "");
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return names;
    },
    async createSchema(schema) {
      const [client, { CreateDatabaseCommand }] = await Promise.all([connect(), sdk()]);
      const DatabaseInput = {
        Name: schema.toLowerCase(),
        LocationUri: options.locationOf(schema),
      };
      try {
        await client.send(new CreateDatabaseCommand({ ...catalog, DatabaseInput }));
      } catch (error) {
        if (awsErrorName(error) !== "AlreadyExistsException") throw error;
      }
    },
    async dropSchema(schema) {
      const [client, { DeleteDatabaseCommand }] = await Promise.all([connect(), sdk()]);
      await orMissing(() =>
        client.send(new DeleteDatabaseCommand({ ...catalog, Name: schema.toLowerCase() })),
      );
    },
    async listRelations(schema) {
      const tables = await orMissing(() => tablesOf(schema));
      return (tables ?? []).map((table) => relationOf(schema, table));
    },
    async getColumns(relation) {
      const table = await tableOf(relation);
      return table === undefined ? undefined : columnsOf(table);
    },
    async describe(schema) {
      const tables = await orMissing(() => tablesOf(schema));
      return (tables ?? []).map((table) => detailsOf(schema, table));
    },
    async setComments(relation, comment, columns) {
      const table = await tableOf(relation);
      if (!table) return;
      const [client, { UpdateTableCommand }] = await Promise.all([connect(), sdk()]);
      await client.send(
        new UpdateTableCommand({
          ...catalog,
          DatabaseName: relation.schema.toLowerCase(),
          SkipArchive: true,
          VersionId: table.VersionId,
          TableInput: withComments(table, comment, columns),
        }),
      );
    },
  };
}

const sdk = (): Promise<typeof import("@aws-sdk/client-glue")> => import("@aws-sdk/client-glue");

async function orMissing<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (awsErrorName(error) === "EntityNotFoundException") return undefined;
    throw error;
  }
}

function relationOf(schema: string, table: Table): CatalogRelation {
  const { kind, provider } = tableFormat(table);
  return {
    schema,
    identifier: table.Name ?? "",
    kind,
    ...(provider === undefined ? {} : { provider }),
    ...(table.Owner === undefined ? {} : { owner: table.Owner }),
    ...(table.Description === undefined ? {} : { comment: table.Description }),
  };
}

/** Partition columns stand apart in the API and last in Spark. */
function columnsOf(table: Table): CatalogColumn[] {
  const plain = table.StorageDescriptor?.Columns ?? [];
  const keys = table.PartitionKeys ?? [];
  return [...plain.map((c) => [c, false] as const), ...keys.map((c) => [c, true] as const)].map(
    ([column, partition]) => ({
      name: column.Name ?? "",
      type: column.Type ?? "",
      ...(column.Comment === undefined ? {} : { comment: column.Comment }),
      ...(partition ? { partition } : {}),
    }),
  );
}

function detailsOf(schema: string, table: Table): RelationDetails {
  const location = table.StorageDescriptor?.Location;
  return {
    ...relationOf(schema, table),
    columns: columnsOf(table),
    statistics: statisticsOf(table),
    ...(location === undefined || location === "" ? {} : { location }),
  };
}

const STATISTICS: readonly (readonly [string, string, string, string])[] = [
  ["spark.sql.statistics.numRows", "num_rows", "Row count", "Rows, as Spark last counted them"],
  ["spark.sql.statistics.totalSize", "bytes", "Size", "Bytes, as Spark last measured them"],
  ["numRows", "num_rows", "Row count", "Rows, as the catalog has them"],
  ["totalSize", "bytes", "Size", "Bytes, as the catalog has them"],
];

function statisticsOf(table: Table): CatalogStatistic[] {
  const found = new Map<string, CatalogStatistic>();
  for (const [parameter, id, label, description] of STATISTICS) {
    const value = Number(table.Parameters?.[parameter]);
    if (Number.isFinite(value) && value >= 0 && !found.has(id))
      found.set(id, { id, label, value, description });
  }
  return [...found.values()];
}

/** Glue keeps 255 characters of a column's comment and 2,048 of a table's. */
const MAX_COLUMN_COMMENT = 255;
const MAX_DESCRIPTION = 2048;

/** UpdateTable takes these members of a table's entry, and refuses what the service adds. */
const INPUT_MEMBERS = [
  "Name",
  "Description",
  "Owner",
  "LastAccessTime",
  "LastAnalyzedTime",
  "Retention",
  "StorageDescriptor",
  "PartitionKeys",
  "ViewOriginalText",
  "ViewExpandedText",
  "TableType",
  "Parameters",
  "TargetTable",
] as const satisfies readonly (keyof Table)[];

function withComments(
  table: Table,
  comment: string | undefined,
  columns: Readonly<Record<string, string>>,
): TableInput {
  const byName = new Map(Object.entries(columns).map(([name, text]) => [name.toLowerCase(), text]));
  const commented = <C extends { Name?: string | undefined }>(list: C[] | undefined): C[] =>
    (list ?? []).map((column) => {
      const text = byName.get((column.Name ?? "").toLowerCase());
      return text === undefined
        ? column
        : { ...column, Comment: text.slice(0, MAX_COLUMN_COMMENT) };
    });
  const input = Object.fromEntries(
    INPUT_MEMBERS.filter((member) => table[member] !== undefined).map((m) => [m, table[m]]),
  );
  return {
    ...input,
    Name: table.Name ?? "",
    ...(comment === undefined ? {} : { Description: comment.slice(0, MAX_DESCRIPTION) }),
    StorageDescriptor: {
      ...table.StorageDescriptor,
      Columns: commented(table.StorageDescriptor?.Columns),
    },
    PartitionKeys: commented(table.PartitionKeys),
  };
}
