import type { DuckDbModule } from "../engine/duckdb-module.ts";
import type { JsFunction } from "./js-function.ts";

/** Every JavaScript function of the prelude. */
export function jsFunctions(_duckdb: DuckDbModule): readonly JsFunction[] {
  return [];
}
