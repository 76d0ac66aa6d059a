import type * as duckdb from "@duckdb/node-api";

export type DuckDbModule = typeof duckdb;

/** Loads DuckDB on first use: its library is 68 MB and costs 60 to 200 ms. */
export async function loadDuckDb(): Promise<DuckDbModule> {
  return await import("@duckdb/node-api");
}
