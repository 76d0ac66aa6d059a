import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";

/** A scalar function in JavaScript. It is called with no NULLs: any NULL argument gives NULL. */
export interface JsFunction {
  readonly name: string;
  readonly parameters: readonly DuckDBType[];
  readonly returns: DuckDBType;
  /** Throws an EngineError in Spark's words; its message becomes the statement's. */
  readonly call: (...values: readonly NonNullable<DuckDBValue>[]) => DuckDBValue;
}
