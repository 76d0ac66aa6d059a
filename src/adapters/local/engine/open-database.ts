import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { warehouseLocked, warehouseUnreadable } from "../../../errors/adapter-errors.ts";
import type { LocalOptions } from "../local-config.ts";
import { loadDuckDb, type DuckDbModule } from "./duckdb-module.ts";
import { quoteText } from "./quote.ts";

/** The catalog's name is Spark's, so that `spark_catalog.db.table` means the same in both. */
export const CATALOG = "spark_catalog";

export interface Database {
  readonly duckdb: DuckDbModule;
  readonly instance: DuckDBInstance;
  /** The connection for the engine's own bookkeeping. */
  readonly main: DuckDBConnection;
}

/**
 * Opens a DuckDB instance in memory and attaches the warehouse file as `spark_catalog`: the file's
 * own name could otherwise clash with a schema's. Nothing is fetched from the network.
 */
export async function openDatabase(options: LocalOptions): Promise<Database> {
  const duckdb = await loadDuckDb();
  if (options.path !== ":memory:") await mkdir(dirname(resolve(options.path)), { recursive: true });
  const instance = await duckdb.DuckDBInstance.create(":memory:", settings(options));
  const main = await instance.connect();
  try {
    await attach(main, options);
  } catch (error) {
    main.closeSync();
    instance.closeSync();
    throw error;
  }
  return { duckdb, instance, main };
}

export function closeDatabase(database: Database): void {
  database.main.closeSync();
  database.instance.closeSync();
}

function settings(options: LocalOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // x / 0 is NULL in Spark without ANSI, not infinity.
    ieee_floating_point_ops: "false",
    default_null_order: "nulls_first_on_asc_last_on_desc",
    old_implicit_casting: "true",
    ...(options.path === ":memory:" ? {} : { temp_directory: `${options.path}.tmp` }),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
  };
}

async function attach(main: DuckDBConnection, options: LocalOptions): Promise<void> {
  try {
    // Macros with typed parameters need storage version 1.4.
    const storage = options.path === ":memory:" ? "" : " (STORAGE_VERSION 'v1.4.0')";
    await main.run(`ATTACH ${quoteText(options.path)} AS ${CATALOG}${storage}`);
  } catch (error) {
    throw openError(options.path, error);
  }
}

function openError(path: string, error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  if (/Could not set lock|Conflicting lock|used by another process/i.test(text)) {
    return warehouseLocked(
      path,
      /held in (.*?\(PID \d+\)(?: by user \S+?)?)\.?(?:\s|$)/.exec(text)?.[1],
    );
  }
  return warehouseUnreadable(path, text.replace(/^\w+ Error: /, "").split("\n")[0] ?? text, error);
}
