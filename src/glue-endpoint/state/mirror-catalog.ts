import type { CatalogSource, SourceTable } from "../catalog-source.ts";
import type { Account, CatalogEntry, DatabaseEntry } from "./account.ts";

/** Brings the account's databases in line with the engine's. */
export async function mirrorDatabases(account: Account, source: CatalogSource): Promise<void> {
  const names = new Set((await source.databases()).map((name) => name.toLowerCase()));
  for (const name of names) databaseEntry(account, name);
  for (const [name, database] of account.databases)
    if (!names.has(name) && database.mirrored) account.databases.delete(name);
}

/** Brings one database's tables in line with the engine's; tables made through the API stay. */
export async function mirrorTables(
  account: Account,
  source: CatalogSource,
  database: string,
): Promise<void> {
  await mirrorDatabases(account, source);
  const entry = account.databases.get(database.toLowerCase());
  if (!entry) return;
  const tables = await source.tables(database);
  const names = new Set(tables.map((table) => table.name.toLowerCase()));
  for (const [name, table] of entry.tables)
    if (table.mirrored && !names.has(name)) entry.tables.delete(name);
  for (const table of tables) putTable(account, entry, database, table);
}

function databaseEntry(account: Account, name: string): DatabaseEntry {
  let database = account.databases.get(name);
  if (!database) {
    database = {
      entry: {
        Name: name,
        Parameters: {},
        CreateTime: Date.now() / 1000,
        CatalogId: account.accountId,
      },
      mirrored: true,
      tables: new Map(),
    };
    account.databases.set(name, database);
  }
  return database;
}

/** What the API added to a mirrored table (a description, parameters) stays until the engine says else. */
function putTable(
  account: Account,
  database: DatabaseEntry,
  databaseName: string,
  table: SourceTable,
): void {
  const name = table.name.toLowerCase();
  const old = database.tables.get(name);
  const entry = tableEntry(account, databaseName, table);
  if (old) {
    old.entry = { ...old.entry, ...entry, CreateTime: old.entry.CreateTime };
    return;
  }
  database.tables.set(name, {
    entry: { ...entry, CreateTime: Date.now() / 1000, VersionId: "0" },
    mirrored: true,
    version: 0,
    versions: new Map(),
    partitions: new Map(),
  });
}

function tableEntry(account: Account, databaseName: string, table: SourceTable): CatalogEntry {
  const column = ({ name, type, comment }: SourceTable["columns"][number]): CatalogEntry => ({
    Name: name,
    Type: type,
    ...(comment === undefined ? {} : { Comment: comment }),
  });
  return {
    Name: table.name.toLowerCase(),
    DatabaseName: databaseName.toLowerCase(),
    TableType: table.kind === "view" ? "VIRTUAL_VIEW" : "EXTERNAL_TABLE",
    Parameters: { ...providerParameters(table.provider), ...table.parameters },
    PartitionKeys: table.columns.filter((c) => c.partition).map(column),
    StorageDescriptor: {
      Columns: table.columns.filter((c) => !c.partition).map(column),
      Location: table.location ?? "",
    },
    UpdateTime: Date.now() / 1000,
    CatalogId: account.accountId,
    CreatedBy: `arn:aws:iam::${account.accountId}:user/local`,
    IsRegisteredWithLakeFormation: false,
    ...(table.owner === undefined ? {} : { Owner: table.owner }),
    ...(table.comment === undefined ? {} : { Description: table.comment }),
  };
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
