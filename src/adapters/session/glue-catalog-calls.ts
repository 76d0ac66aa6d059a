import type { Database, GlueClient, Table, TableInput } from "@aws-sdk/client-glue";
import type { RelationAddress } from "../../adapter/catalog.ts";
import { awsErrorName } from "./aws-error.ts";

/** The Data Catalog's calls that the adapter needs, all pages read, names in lower case. */
export interface GlueCatalogCalls {
  databases(): Promise<Database[]>;
  /** Undefined where the database is missing. */
  tables(schema: string): Promise<Table[] | undefined>;
  table(relation: RelationAddress): Promise<Table | undefined>;
  createDatabase(schema: string, location: string): Promise<void>;
  dropDatabase(schema: string): Promise<void>;
  updateTable(schema: string, table: TableInput, version: string | undefined): Promise<void>;
}

/**
 * @param catalogId - another account's catalog, or an S3 Tables bucket's
 */
export function glueCatalogCalls(
  connect: () => Promise<GlueClient>,
  catalogId: string | undefined,
): GlueCatalogCalls {
  const catalog = catalogId === undefined ? {} : { CatalogId: catalogId };
  const sdk = () => import("@aws-sdk/client-glue");
  return {
    async databases() {
      const { GetDatabasesCommand } = await sdk();
      const client = await connect();
      return allPages(async (NextToken) => {
        const answer = await client.send(new GetDatabasesCommand({ ...catalog, NextToken }));
        return [answer.DatabaseList ?? [], answer.NextToken];
      });
    },
    async tables(schema) {
      const { GetTablesCommand } = await sdk();
      const client = await connect();
      const DatabaseName = schema.toLowerCase();
      return orMissing(() =>
        allPages(async (NextToken) => {
          const input = { ...catalog, DatabaseName, NextToken };
          const answer = await client.send(new GetTablesCommand(input));
          return [answer.TableList ?? [], answer.NextToken];
        }),
      );
    },
    async table(relation) {
      const { GetTableCommand } = await sdk();
      const client = await connect();
      const DatabaseName = relation.schema.toLowerCase();
      const Name = relation.identifier.toLowerCase();
      const command = new GetTableCommand({ ...catalog, DatabaseName, Name });
      return (await orMissing(() => client.send(command)))?.Table;
    },
    async createDatabase(schema, LocationUri) {
      const { CreateDatabaseCommand } = await sdk();
      const DatabaseInput = { Name: schema.toLowerCase(), LocationUri };
      const client = await connect();
      const command = new CreateDatabaseCommand({ ...catalog, DatabaseInput });
      await orIgnored("AlreadyExistsException", () => client.send(command));
    },
    async dropDatabase(schema) {
      const { DeleteDatabaseCommand } = await sdk();
      const client = await connect();
      const command = new DeleteDatabaseCommand({ ...catalog, Name: schema.toLowerCase() });
      await orMissing(() => client.send(command));
    },
    async updateTable(schema, TableInput, VersionId) {
      const { UpdateTableCommand } = await sdk();
      const client = await connect();
      const DatabaseName = schema.toLowerCase();
      const input = { ...catalog, DatabaseName, SkipArchive: true, VersionId, TableInput };
      await client.send(new UpdateTableCommand(input));
    },
  };
}

async function allPages<T>(
  page: (token: string | undefined) => Promise<readonly [T[], string | undefined]>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const [items, next] = await page(token);
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return all;
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
