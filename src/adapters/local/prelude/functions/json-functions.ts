import { csvForSchema } from "../csv/from-csv.ts";
import { jsFunction, type JsFunction } from "../js-function.ts";
import { jsonForSchema } from "../json/from-json.ts";
import { getJsonObject } from "../json/json-path.ts";
import { readJson } from "../json/read-json.ts";

/** JSON and CSV text, read as leniently as Spark reads it. */
export const JSON_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_get_json_object", ["VARCHAR", "VARCHAR"], "VARCHAR", getJsonObject),
  jsFunction(
    "js_from_json",
    ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"],
    "VARCHAR",
    jsonForSchema,
  ),
  jsFunction("js_from_csv", ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"], "VARCHAR", csvForSchema),
  jsFunction("js_json_array_length", ["VARCHAR"], "INTEGER", (text) => {
    const value = readJson(text);
    return value?.kind === "array" ? value.items.length : null;
  }),
  jsFunction("js_json_object_keys", ["VARCHAR"], "VARCHAR[]", (text) => {
    const value = readJson(text);
    return value?.kind === "object" ? value.entries.map(([key]) => key) : null;
  }),
];
