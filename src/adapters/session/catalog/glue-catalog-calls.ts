import type { Database, GlueClient, Table, TableInput } from "@aws-sdk/client-glue";
import type { RelationAddress } from "../../../adapter/catalog.ts";
import { tableNotDeleted } from "../../../errors/catalog-errors.ts";
import { allPages } from "./all-pages.ts";
import { awsErrorName } from "../aws/aws-error.ts";

/** The Data Catalog's calls that the adapter needs, all pages read, names in lower case. */
export interface GlueCatalogCalls {
  databases(): Promise<Database[]>;
  /** Undefined where the database is missing. */
  tables(schema: string): Promise<Table[] | undefined>;
  table(relation: RelationAddress): Promise<Table | undefined>;
  createDatabase(schema: string, location: string): Promise<void>;
  dropDatabase(schema: string): Promise<void>;
  createTable(schema: string, table: TableInput): Promise<void>;
  updateTable(schema: string, table: TableInput, version: string | undefined): Promise<void>;
  /** The entry alone: no data. */
  deleteTable(relation: RelationAddress): Promise<void>;
}

/**
 * @param catalogId - another account's catalog, or an S3 Tables bucket's
 */
export function glueCatalogCalls(
  connect: () => Promise<GlueClient>,
  catalogId: string | undefined,
): GlueCatalogCalls {
  const catalog = catalogId === undefined ? {} : { CatalogId: catalogId };
  return {
    databases: async () => listDatabases(await connect(), catalog),
    tables: async (schema) => listTables(await connect(), databaseIn(catalog, schema)),
    async table({ schema, identifier }) {
      const { GetTableCommand } = await import("@aws-sdk/client-glue");
      const client = await connect();
      const Name = identifier.toLowerCase();
      const command = new GetTableCommand({ ...databaseIn(catalog, schema), Name });
      return (await orMissing(() => client.send(command)))?.Table;
    },
    async createDatabase(schema, LocationUri) {
      const { CreateDatabaseCommand } = await import("@aws-sdk/client-glue");
      const client = await connect();
      const DatabaseInput = { Name: schema.toLowerCase(), LocationUri };
      const command = new CreateDatabaseCommand({ ...catalog, DatabaseInput });
      await orIgnored("AlreadyExistsException", () => client.send(command));
    },
    dropDatabase: async (schema) => dropDatabase(await connect(), databaseIn(catalog, schema)),
    async createTable(schema, TableInput) {
      const { CreateTableCommand } = await import("@aws-sdk/client-glue");
      const client = await connect();
      await client.send(new CreateTableCommand({ ...databaseIn(catalog, schema), TableInput }));
    },
    async deleteTable({ schema, identifier }) {
      const { DeleteTableCommand } = await import("@aws-sdk/client-glue");
      const client = await connect();
      const Name = identifier.toLowerCase();
      await client.send(new DeleteTableCommand({ ...databaseIn(catalog, schema), Name }));
    },
    async updateTable(schema, TableInput, VersionId) {
      const { UpdateTableCommand } = await import("@aws-sdk/client-glue");
      const client = await connect();
      const database = databaseIn(catalog, schema);
      const input = { ...database, SkipArchive: true, VersionId, TableInput };
      await client.send(new UpdateTableCommand(input));
    },
  };
}

interface CatalogInput {
  readonly CatalogId?: string;
}
interface DatabaseInput extends CatalogInput {
  readonly DatabaseName: string;
}

function databaseIn(catalog: CatalogInput, schema: string): DatabaseInput {
  return { ...catalog, DatabaseName: schema.toLowerCase() };
}

async function listDatabases(client: GlueClient, catalog: CatalogInput): Promise<Database[]> {
  const { GetDatabasesCommand } = await import("@aws-sdk/client-glue");
  return allPages(async (NextToken) => {
    const answer = await client.send(new GetDatabasesCommand({ ...catalog, NextToken }));
    return [answer.DatabaseList ?? [], answer.NextToken];
  });
}

async function listTables(
  client: GlueClient,
  database: DatabaseInput,
): Promise<Table[] | undefined> {
  const { GetTablesCommand } = await import("@aws-sdk/client-glue");
  return orMissing(() =>
    allPages(async (NextToken) => {
      const answer = await client.send(new GetTablesCommand({ ...database, NextToken }));
      return [answer.TableList ?? [], answer.NextToken];
    }),
  );
}

async function dropDatabase(client: GlueClient, database: DatabaseInput): Promise<void> {
  const { DeleteDatabaseCommand } = await import("@aws-sdk/client-glue");
  const tables = await listTables(client, database);
  if (tables === undefined) return;
  await deleteTables(
    client,
    database,
    tables.flatMap(({ Name }) => Name ?? []),
  );
  const { DatabaseName: Name, ...catalog } = database;
  await orMissing(() => client.send(new DeleteDatabaseCommand({ ...catalog, Name })));
}

/** BatchDeleteTable takes this many names. */
const BATCH = 100;

/**
 * Deleting a database deletes its tables too, but some time later: a table that is made again
 * meanwhile would go with it.
 */
async function deleteTables(
  client: GlueClient,
  database: DatabaseInput,
  names: readonly string[],
): Promise<void> {
  const { BatchDeleteTableCommand } = await import("@aws-sdk/client-glue");
  for (let i = 0; i < names.length; i += BATCH) {
    const TablesToDelete = names.slice(i, i + BATCH);
    const answer = await orMissing(() =>
      client.send(new BatchDeleteTableCommand({ ...database, TablesToDelete })),
    );
    const failed = answer?.Errors?.find(
      ({ ErrorDetail: detail }) => detail?.ErrorCode !== "EntityNotFoundException",
    );
    if (failed)
      throw tableNotDeleted(
        `${database.DatabaseName}.${failed.TableName ?? ""}`,
        failed.ErrorDetail?.ErrorMessage,
      );
  }
}

/** Only "not found" means that something is missing; every other error is passed on. */
function orMissing<T>(call: () => Promise<T>): Promise<T | undefined> {
  return orIgnored("EntityNotFoundException", call);
}

async function orIgnored<T>(name: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (awsErrorName(error) === name) return undefined;
    throw error;
  }
}
