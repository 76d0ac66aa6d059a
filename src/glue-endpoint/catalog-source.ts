import type { CatalogEntry } from "./state/account.ts";

/** A database or a table of the engine, in the members of the API's DatabaseInput or TableInput. */
export type SourceEntry = CatalogEntry & { readonly Name: string };

/**
 * The engine's own catalog. On AWS, Spark's tables and the Data Catalog's are the same; here the
 * endpoint asks the engine whenever somebody looks, and changes it when a client changes an entry.
 * Names are in lower case.
 */
export interface CatalogSource {
  databases(): Promise<readonly SourceEntry[]>;
  tables(database: string): Promise<readonly SourceEntry[]>;
  table(database: string, name: string): Promise<SourceEntry | undefined>;
  createDatabase(input: SourceEntry): Promise<void>;
  updateDatabase(input: SourceEntry): Promise<void>;
  /** With the entries of its tables. */
  dropDatabase(name: string): Promise<void>;
  /** False where the engine has no such tables: the entry is the endpoint's alone. */
  createTable(database: string, input: SourceEntry): Promise<boolean>;
  updateTable(database: string, input: SourceEntry): Promise<void>;
  dropTable(database: string, name: string): Promise<void>;
  /** In the members of PartitionInput. Absent where the engine keeps no entries of partitions. */
  partitions?(database: string, name: string): Promise<readonly CatalogEntry[]>;
  putPartitions?(
    database: string,
    name: string,
    how: "create" | "update",
    inputs: readonly CatalogEntry[],
  ): Promise<void>;
  dropPartition?(database: string, name: string, values: readonly string[]): Promise<void>;
}
