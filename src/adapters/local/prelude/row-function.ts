import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { JsType, JsValue } from "./js-function.ts";

/** A function of any number of arguments of any types; it sees NULLs. */
export interface RowFunction {
  readonly name: string;
  readonly returns: JsType;
  readonly call: RowCall;
}

export type RowCall = (
  values: readonly DuckDBValue[],
  types: readonly DuckDBType[],
) => JsValue | null;
