import type { SparkType, StructField } from "../../../../sql/spark-type.ts";
import { dateText, timestampText } from "../../values/time-text.ts";
import { parseDate } from "../date-pattern/parse-date.ts";
import { readDayTime, readYearMonth } from "../text/text-to-interval.ts";
import { textToDays, textToMicros } from "../text/text-to-time.ts";
import type { JsonValue } from "./json-value.ts";
import { numberText, quoteJson, writeJson } from "./write-json.ts";

/** What decides how texts are read. */
export interface Shaper {
  readonly zone: string;
  /** The function's options, by lower-case name. */
  readonly options: ReadonlyMap<string, string>;
}

/** A value in the shape of a type, as JSON text; `null` where it does not fit. */
export function shape(value: JsonValue, type: SparkType, shaper: Shaper): string {
  if (value.kind === "null") return "null";
  switch (type.kind) {
    case "struct":
      return value.kind === "object" ? shapeStruct(value.entries, type.fields, shaper) : "null";
    case "array":
      if (value.kind !== "array") return "null";
      return shapeItems(value.items, type.element, shaper);
    case "map":
      if (value.kind !== "object") return "null";
      return shapeEntries(value.entries, type.value, shaper);
    default:
      return shapeAtomic(value, type, shaper);
  }
}

/** One item that does not fit makes the whole array null. */
function shapeItems(items: readonly JsonValue[], element: SparkType, shaper: Shaper): string {
  const parts = items.map((item) => shape(item, element, shaper));
  return isBroken(items, parts) ? "null" : `[${parts.join(",")}]`;
}

function shapeEntries(
  entries: readonly (readonly [string, JsonValue])[],
  type: SparkType,
  shaper: Shaper,
): string {
  const values = entries.map(([, value]) => value);
  const parts = values.map((value) => shape(value, type, shaper));
  if (isBroken(values, parts)) return "null";
  return `{${entries.map(([key], at) => `${quoteJson(key)}:${parts[at] ?? "null"}`).join(",")}}`;
}

function isBroken(values: readonly JsonValue[], parts: readonly string[]): boolean {
  return values.some((value, at) => value.kind !== "null" && parts[at] === "null");
}

function shapeStruct(
  entries: readonly (readonly [string, JsonValue])[],
  fields: readonly StructField[],
  shaper: Shaper,
): string {
  const byName = new Map(entries);
  const parts = fields.map((field) => {
    const value = byName.get(field.name);
    return `${quoteJson(field.name)}:${value === undefined ? "null" : shape(value, field.type, shaper)}`;
  });
  return `{${parts.join(",")}}`;
}

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  tinyint: [-128n, 127n],
  smallint: [-32_768n, 32_767n],
  int: [-2_147_483_648n, 2_147_483_647n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
};

function shapeAtomic(value: JsonValue, type: SparkType, shaper: Shaper): string {
  if (type.kind in RANGES) return shapeInteger(value, type.kind);
  if (type.kind === "year-month" || type.kind === "day-time") return shapeInterval(value, type);
  const shapeKind = SHAPES[type.kind];
  if (shapeKind !== undefined) return shapeKind(value, shaper);
  return value.kind === "string" ? quoteJson(value.value) : "null";
}

const SHAPES: Readonly<Record<string, (value: JsonValue, shaper: Shaper) => string>> = {
  string: shapeText,
  varchar: shapeText,
  char: shapeText,
  boolean: (value) => (value.kind === "boolean" ? String(value.value) : "null"),
  float: shapeDouble,
  double: shapeDouble,
  decimal: shapeDecimal,
  date: shapeDate,
  timestamp: (value, shaper) => shapeTimestamp(value, "timestamp", shaper),
  timestamp_ntz: (value, shaper) => shapeTimestamp(value, "timestamp_ntz", shaper),
  binary: (value) => (value.kind === "string" ? quoteJson(blobText(value.value)) : "null"),
};

/** What is no string is kept as its JSON text. */
function shapeText(value: JsonValue): string {
  if (value.kind === "string") return quoteJson(value.value);
  return quoteJson(value.kind === "number" ? numberText(value.text) : writeJson(value));
}

function shapeInteger(value: JsonValue, kind: string): string {
  const range = RANGES[kind];
  if (value.kind !== "number" || !/^-?\d+$/.test(value.text) || range === undefined) return "null";
  const number = BigInt(value.text);
  return number >= range[0] && number <= range[1] ? value.text : "null";
}

function shapeDouble(value: JsonValue): string {
  const text = value.kind === "string" ? value.value : value.kind === "number" ? value.text : "";
  if (/^NaN$/.test(text)) return '"nan"';
  if (/^[+]?(INF|Infinity)$/.test(text)) return '"inf"';
  if (/^-(INF|Infinity)$/.test(text)) return '"-inf"';
  return value.kind === "number" ? value.text : "null";
}

/** DuckDB reads an interval from `14 months` or `3 microseconds`. */
function shapeInterval(
  value: JsonValue,
  type: SparkType & { readonly kind: "year-month" | "day-time" },
): string {
  if (value.kind !== "string") return "null";
  if (type.kind === "year-month") {
    const months = readYearMonth(value.value, type.from, type.to);
    return months === undefined ? "null" : quoteJson(`${months} months`);
  }
  const micros = readDayTime(value.value, type.from, type.to);
  return micros === undefined ? "null" : quoteJson(`${micros} microseconds`);
}

function shapeDecimal(value: JsonValue): string {
  if (value.kind === "number") return quoteJson(value.text);
  const isNumber =
    value.kind === "string" && /^-?\d+(\.\d*)?([eE][+-]?\d+)?$/.test(value.value.trim());
  return isNumber ? quoteJson(value.value.trim()) : "null";
}

function shapeDate(value: JsonValue, { options }: Shaper): string {
  if (value.kind !== "string") return "null";
  const pattern = options.get("dateformat");
  const micros = pattern === undefined ? undefined : parseDate(value.value, pattern, "UTC");
  const days =
    pattern === undefined
      ? textToDays(value.value, () => Math.floor(Date.now() / 86_400_000))
      : micros === undefined
        ? undefined
        : Number(micros / 86_400_000_000n);
  return days === undefined ? "null" : quoteJson(dateText(days));
}

function shapeTimestamp(
  value: JsonValue,
  kind: "timestamp" | "timestamp_ntz",
  { options, zone }: Shaper,
): string {
  const suffix = kind === "timestamp" ? "+00" : "";
  const write = (micros: bigint): string => quoteJson(`${timestampText(micros)}${suffix}`);
  if (value.kind === "number" && kind === "timestamp" && /^-?\d+$/.test(value.text)) {
    return write(BigInt(value.text) * 1_000_000n);
  }
  if (value.kind !== "string") return "null";
  const own = kind === "timestamp" ? (options.get("timezone") ?? zone) : "UTC";
  const pattern = options.get(kind === "timestamp" ? "timestampformat" : "timestampntzformat");
  const micros =
    pattern === undefined
      ? textToMicros(value.value, { now: () => BigInt(Date.now()) * 1000n, zone: own })
      : parseDate(value.value, pattern, own);
  return micros === undefined ? "null" : write(micros);
}

/** DuckDB reads a BLOB from text with `\xAB` for bytes. */
function blobText(base64: string): string {
  return [...Buffer.from(base64, "base64")]
    .map((byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
