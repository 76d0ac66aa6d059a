import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { LocalOptions } from "../local-config.ts";
import type { CatalogMirror } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { createSideTables, hasSideTables, readMirror } from "../metadata/side-tables.ts";
import { installPrelude } from "../prelude/install-prelude.ts";
import { CATALOG, openDatabase, type Database } from "./open-database.ts";

/** An open warehouse file: the database, Spark's catalog of it, and what new objects get. */
export interface Warehouse extends Database {
  readonly mirror: CatalogMirror;
  /** GLOBAL TEMPORARY views, by name: they live as long as the process. */
  readonly globalViews: Map<string, RelationRecord>;
  /** Lanes that are open; closing the warehouse closes them. */
  readonly lanes: Set<{ readonly connection: DuckDBConnection }>;
  readonly owner: string;
  readonly now: () => number;
  readonly options: LocalOptions;
  /** Folder that table locations are under; tables keep their rows in the file all the same. */
  readonly folder: string;
}

export async function openWarehouse(options: LocalOptions): Promise<Warehouse> {
  const database = await openDatabase(options);
  const owner = options.owner ?? "dbt";
  try {
    if (!(await hasSideTables(database.main))) await createSideTables(database.main, owner);
    // Global temporary views end with the process that made them.
    await database.main.run(`DROP SCHEMA IF EXISTS ${CATALOG}.global_temp CASCADE`);
    await installPrelude(database);
    return {
      ...database,
      mirror: await readMirror(database.main),
      globalViews: new Map(),
      lanes: new Set(),
      owner,
      now: options.now ?? Date.now,
      options,
      folder: options.path === ":memory:" ? "memory" : `${resolve(options.path)}.files`,
    };
  } catch (error) {
    closeDatabase(database);
    throw error;
  }
}

/** Writes everything into the file, so that no write-ahead log stays behind, and lets go of it. */
export async function closeWarehouse(warehouse: Warehouse): Promise<void> {
  for (const lane of warehouse.lanes) lane.connection.closeSync();
  warehouse.lanes.clear();
  try {
    if (warehouse.options.path !== ":memory:") await warehouse.main.run(`CHECKPOINT ${CATALOG}`);
  } finally {
    closeDatabase(warehouse);
  }
}

function closeDatabase(database: Database): void {
  database.main.closeSync();
  database.instance.closeSync();
}
