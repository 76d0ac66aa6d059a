import { createRequire } from "node:module";
import type * as duckdb from "@duckdb/node-api";

export type DuckDbModule = typeof duckdb;

/**
 * DuckDB's library, loaded by the first warehouse that opens: it takes more time than the rest of a
 * command. By `require`, since `import` of CommonJS scans every file for its exports first.
 */
export function loadDuckDb(): Promise<DuckDbModule> {
  const require = createRequire(import.meta.url);
  return Promise.resolve(require("@duckdb/node-api") as DuckDbModule);
}
