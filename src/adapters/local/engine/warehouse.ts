import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { LocalOptions } from "../local-config.ts";
import type { CatalogMirror } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { createSideTables, hasSideTables, readMirror } from "../metadata/side-tables.ts";
import { installPrelude } from "../prelude/install-prelude.ts";
import { CATALOG, closeDatabase, openDatabase, type Database } from "./open-database.ts";

/** An open warehouse file: the database, Spark's catalog of it, and what new objects get. */
export interface Warehouse extends OpenFile {
  /** This user's lanes; closing the warehouse closes them. */
  readonly lanes: Set<{ readonly connection: DuckDBConnection }>;
  readonly owner: string;
  readonly now: () => number;
  readonly options: LocalOptions;
  /** Folder that table locations are under; tables keep their rows in the file all the same. */
  readonly folder: string;
}

/** What all users of one file in this process share. */
interface OpenFile extends Database {
  readonly mirror: CatalogMirror;
  /** GLOBAL TEMPORARY views, by name: they live as long as the process. */
  readonly globalViews: Map<string, RelationRecord>;
}

const IN_MEMORY = ":memory:";

/**
 * Files that this process has open. The operating system's lock keeps other processes out, but not
 * a second opening in this one: that gets the same database.
 */
const openFiles = new Map<string, { readonly file: Promise<OpenFile>; users: number }>();

export async function openWarehouse(options: LocalOptions): Promise<Warehouse> {
  const file = await takeFile(options);
  return {
    ...file,
    lanes: new Set(),
    owner: options.owner ?? "dbt",
    now: options.now ?? Date.now,
    options,
    folder: options.path === IN_MEMORY ? "memory" : `${resolve(options.path)}.files`,
  };
}

/** Lets go of the file; the last user writes everything into it, so that no log stays behind. */
export async function closeWarehouse(warehouse: Warehouse): Promise<void> {
  for (const lane of warehouse.lanes) lane.connection.closeSync();
  warehouse.lanes.clear();
  const { path } = warehouse.options;
  if (path === IN_MEMORY) {
    closeDatabase(warehouse);
    return;
  }
  const shared = openFiles.get(resolve(path));
  if (shared === undefined || --shared.users > 0) return;
  openFiles.delete(resolve(path));
  try {
    await warehouse.main.run(`CHECKPOINT ${CATALOG}`);
  } finally {
    closeDatabase(warehouse);
  }
}

async function takeFile(options: LocalOptions): Promise<OpenFile> {
  if (options.path === IN_MEMORY) return await openFile(options);
  const key = resolve(options.path);
  const shared = openFiles.get(key) ?? { file: openFile(options), users: 0 };
  openFiles.set(key, shared);
  shared.users++;
  try {
    return await shared.file;
  } catch (error) {
    openFiles.delete(key);
    throw error;
  }
}

async function openFile(options: LocalOptions): Promise<OpenFile> {
  const database = await openDatabase(options);
  try {
    const { main } = database;
    if (!(await hasSideTables(main))) await createSideTables(main, options.owner ?? "dbt");
    // Global temporary views end with the process that made them.
    await main.run(`DROP SCHEMA IF EXISTS ${CATALOG}.global_temp CASCADE`);
    await installPrelude(database);
    return { ...database, mirror: await readMirror(main), globalViews: new Map() };
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
}
