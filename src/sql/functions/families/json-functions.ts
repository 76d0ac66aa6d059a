import type { FunctionFamily } from "../function-spec.ts";
import { fromCsvFunction, schemaOfCsvFunction, toCsvFunction } from "../special/special-csv.ts";
import { fromJsonFunction, toJsonFunction, schemaOfJsonFunction } from "../special/special-json.ts";

/** JSON text. */
export const JSON_FUNCTIONS: FunctionFamily = {
  from_csv: fromCsvFunction,
  from_json: fromJsonFunction,
  get_json_object: "(string, string) -> string = sp_get_json_object($*)",
  json_array_length: "(string) -> int = sp_json_array_length($1)",
  json_object_keys: "(string) -> array<string> = sp_json_object_keys($1)",
  schema_of_csv: schemaOfCsvFunction,
  schema_of_json: schemaOfJsonFunction,
  to_csv: toCsvFunction,
  to_json: toJsonFunction,
};
