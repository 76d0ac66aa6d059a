import { sparkTypeText } from "../../../../sql/spark-type.ts";
import { readTypeText } from "../../values/read-type-text.ts";
import { refineType, sparkTypeOf } from "../../values/spark-type-of.ts";
import { readCsvOptions } from "../csv/csv-options.ts";
import { structToCsv } from "../csv/to-csv.ts";
import { hashValue } from "../hash/hash-value.ts";
import { murmurBytes, murmurInt, murmurLong } from "../hash/murmur3.ts";
import { xxhashBytes, xxhashInt, xxhashLong } from "../hash/xxhash64.ts";
import { toJsonOptions, valueToJson } from "../json/to-json.ts";
import type { RowCall, RowFunction } from "../row-function.ts";
import { formatString } from "../text/format-string.ts";

/** Functions whose result depends on the types of what they are given. */
export const ROW_FUNCTIONS: readonly RowFunction[] = [
  { name: "js_hash", returns: "INTEGER", call: hash },
  { name: "js_xxhash64", returns: "BIGINT", call: xxhash64 },
  { name: "js_to_json", returns: "VARCHAR", call: toJson },
  { name: "js_to_csv", returns: "VARCHAR", call: toCsv },
  { name: "sp_typeof", returns: "VARCHAR", call: typeOf },
  { name: "sp_concat_ws", returns: "VARCHAR", call: concatWs },
  { name: "sp_format_string", returns: "VARCHAR", call: format },
];

const MURMUR = { int: murmurInt, long: murmurLong, bytes: murmurBytes };
const XXHASH = { int: xxhashInt, long: xxhashLong, bytes: xxhashBytes };

/** (value, seed) */
function hash(...[values, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [value = null, seed = null] = values;
  const [type] = types;
  return type === undefined ? null : hashValue(value, type, Number(seed), MURMUR);
}

/** (value, seed) */
function xxhash64(...[values, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [value = null, seed = null] = values;
  const [type] = types;
  return type === undefined || typeof seed !== "bigint"
    ? null
    : hashValue(value, type, seed, XXHASH);
}

/** (value, Spark type, options as JSON, zone) */
function toJson(...[values, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [value = null, typeText = null, options = null, zone = null] = values;
  const [type] = types;
  if (value === null || type === undefined) return null;
  // The text tells intervals apart; parts that the front end does not know come from DuckDB.
  const sparkType = typeText === "" ? undefined : readTypeText(String(typeText));
  return valueToJson(
    value,
    refineType(sparkType, type),
    toJsonOptions(String(options), String(zone)),
  );
}

/** (struct, Spark type, options as JSON, zone) */
function toCsv(...[values, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [value = null, typeText = null, options = null, zone = null] = values;
  const [type] = types;
  if (value === null || type === undefined) return null;
  return structToCsv(
    value,
    refineType(readTypeText(String(typeText)), type),
    readCsvOptions(String(options), String(zone)),
  );
}

function typeOf(...[, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [type] = types;
  return type === undefined ? null : sparkTypeText(sparkTypeOf(type));
}

/** (separator, texts and arrays of texts ...): NULLs are left out. */
function concatWs(...[values]: Parameters<RowCall>): ReturnType<RowCall> {
  const [separator = null, ...parts] = values;
  if (typeof separator !== "string") return null;
  const texts = parts.flatMap((part) =>
    part !== null && typeof part === "object" && "items" in part ? [...part.items] : [part],
  );
  return texts.filter((text) => text !== null).join(separator);
}

/** (format, values ...) */
function format(...[values, types]: Parameters<RowCall>): ReturnType<RowCall> {
  const [text = null, ...rest] = values;
  return typeof text === "string" ? formatString(text, rest, types.slice(1)) : null;
}
