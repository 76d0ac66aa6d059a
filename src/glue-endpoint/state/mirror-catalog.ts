import { jsonEquals } from "../../util/json-equals.ts";
import type { CatalogSource, SourceEntry } from "../catalog-source.ts";
import type { Account, CatalogEntry, DatabaseEntry, TableEntry } from "./account.ts";

/** Brings the account's databases in line with the engine's. */
export async function mirrorDatabases(account: Account, source: CatalogSource): Promise<void> {
  const found = await source.databases();
  const names = new Set(found.map((database) => database.Name));
  for (const database of found) putDatabase(account, database);
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
  const entry = account.databases.get(database);
  if (!entry) return;
  const tables = await source.tables(database);
  const names = new Set(tables.map((table) => table.Name));
  for (const [name, table] of entry.tables)
    if (table.mirrored && !names.has(name)) entry.tables.delete(name);
  for (const table of tables) putTable(account, entry, database, table);
}

/** Brings one table in line with the engine's: one question, where a listing has many answers. */
export async function mirrorTable(
  account: Account,
  source: CatalogSource,
  database: string,
  name: string,
): Promise<void> {
  const table = await source.table(database, name);
  if (!table || !account.databases.has(database)) await mirrorDatabases(account, source);
  const entry = account.databases.get(database);
  if (!entry) return;
  if (table) putTable(account, entry, database, table);
  else if (entry.tables.get(name)?.mirrored) entry.tables.delete(name);
}

/** What the API added to an entry stays until the engine's own changes. */
function putDatabase(account: Account, found: SourceEntry): void {
  const old = account.databases.get(found.Name);
  if (old && jsonEquals(old.source, found)) return;
  const added = { CreateTime: Date.now() / 1000, CatalogId: account.accountId };
  account.databases.set(found.Name, {
    entry: { ...added, ...old?.entry, ...found },
    mirrored: true,
    source: found,
    tables: old?.tables ?? new Map<string, TableEntry>(),
  });
}

function putTable(
  account: Account,
  database: DatabaseEntry,
  databaseName: string,
  found: SourceEntry,
): void {
  const old = database.tables.get(found.Name);
  if (old && jsonEquals(old.source, found)) return;
  const now = Date.now() / 1000;
  const version = old === undefined ? 0 : old.version + 1;
  database.tables.set(found.Name, {
    entry: {
      ...old?.entry,
      ...found,
      DatabaseName: databaseName,
      CreateTime: old?.entry.CreateTime ?? now,
      UpdateTime: now,
      VersionId: String(version),
      CatalogId: account.accountId,
      CreatedBy: `arn:aws:iam::${account.accountId}:user/local`,
      IsRegisteredWithLakeFormation: false,
    },
    mirrored: true,
    source: found,
    version,
    versions: new Map([
      ...(old?.versions ?? []),
      ...(old ? [[old.version, old.entry] as const] : []),
    ]),
    partitions: old?.partitions ?? new Map<string, CatalogEntry>(),
  });
}
