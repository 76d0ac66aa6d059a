import type { DuckDBIntervalValue, DuckDBValue } from "@duckdb/node-api";
import type { SparkType } from "../../../../sql/spark-type.ts";
import { cellReader } from "../../values/cell-reader.ts";
import { dateText } from "../../values/time-text.ts";
import { zoneOffset } from "../../values/time-zone.ts";
import { formatDate } from "../date-pattern/format-date.ts";
import { javaDouble, javaFloat } from "../text/java-double.ts";
import { dayTimeLiteral, yearMonthLiteral } from "../text/interval-literal.ts";
import { readJson } from "./read-json.ts";
import { quoteJson } from "./write-json.ts";

export interface ToJsonOptions {
  readonly zone: string;
  readonly values: ReadonlyMap<string, string>;
}

/** to_json's options from their JSON text. */
export function toJsonOptions(text: string, zone: string): ToJsonOptions {
  const root = text === "" ? undefined : readJson(text);
  const entries = root?.kind === "object" ? root.entries : [];
  const values = new Map(
    entries.map(([key, value]) => [key.toLowerCase(), value.kind === "string" ? value.value : ""]),
  );
  return { zone: values.get("timezone") ?? zone, values };
}

/** A value as Spark's JSON; null fields of structs are left out unless the options keep them. */
export function valueToJson(value: DuckDBValue, type: SparkType, options: ToJsonOptions): string {
  if (value === null) return "null";
  if (typeof value === "object" && "items" in value && type.kind === "array") {
    return `[${value.items.map((item) => valueToJson(item, type.element, options)).join(",")}]`;
  }
  if (typeof value === "object" && "entries" in value) return entriesToJson(value, type, options);
  return atomicToJson(value, type, options);
}

function entriesToJson(
  value: Extract<DuckDBValue, { entries: unknown }>,
  type: SparkType,
  options: ToJsonOptions,
): string {
  if (Array.isArray(value.entries) && type.kind === "map") {
    const parts = value.entries.map(
      (entry) =>
        `${quoteJson(keyText(entry.key, type.key, options))}:${valueToJson(entry.value, type.value, options)}`,
    );
    return `{${parts.join(",")}}`;
  }
  if (type.kind !== "struct") return "null";
  const entries = value.entries as Readonly<Record<string, DuckDBValue>>;
  const keepsNulls = options.values.get("ignorenullfields") === "false";
  const parts = type.fields
    .filter((field) => keepsNulls || (entries[field.name] ?? null) !== null)
    .map(
      (field) =>
        `${quoteJson(field.name)}:${valueToJson(entries[field.name] ?? null, field.type, options)}`,
    );
  return `{${parts.join(",")}}`;
}

function keyText(key: DuckDBValue, type: SparkType, options: ToJsonOptions): string {
  const json = valueToJson(key, type, options);
  // A struct as a key is written as Spark prints an internal row.
  if (type.kind === "struct") return `[${json.slice(1, -1).replaceAll(/"[^"]*":/g, "")}]`;
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

const TIMESTAMP_PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
const TIMESTAMP_NTZ_PATTERN = "yyyy-MM-dd'T'HH:mm:ss.SSS";

type AtomicWriter = (value: NonNullable<DuckDBValue>, options: ToJsonOptions) => string;

const plain: AtomicWriter = (value) => value.toString();

const WRITERS: Readonly<Record<string, AtomicWriter>> = {
  boolean: plain,
  tinyint: plain,
  smallint: plain,
  int: plain,
  bigint: plain,
  decimal: plain,
  double: (value) => floatText(javaDouble(Number(value))),
  float: (value) => floatText(javaFloat(Number(value))),
  date: (value, { values }) => quoteJson(formattedDate(value, values.get("dateformat"))),
  timestamp: (value, { values, zone }) =>
    quoteJson(
      formatDate(microsOf(value), values.get("timestampformat") ?? TIMESTAMP_PATTERN, zone),
    ),
  timestamp_ntz: (value, { values }) => {
    const pattern = values.get("timestampntzformat") ?? TIMESTAMP_NTZ_PATTERN;
    return quoteJson(formatDate(microsOf(value), pattern, "UTC"));
  },
  binary: (value) => quoteJson(base64Of(value)),
};

function atomicToJson(
  value: NonNullable<DuckDBValue>,
  type: SparkType,
  options: ToJsonOptions,
): string {
  const write = WRITERS[type.kind];
  if (write !== undefined) return write(value, options);
  if (isInterval(value) && type.kind === "year-month") {
    return quoteJson(yearMonthLiteral(value, type.from, type.to));
  }
  if (isInterval(value) && type.kind === "day-time") {
    return quoteJson(dayTimeLiteral(value, type.from, type.to));
  }
  const cell = cellReader(type, zoneOffset(options.zone) ?? (() => 0))(value);
  return quoteJson(typeof cell === "string" ? cell : JSON.stringify(cell));
}

function base64Of(value: NonNullable<DuckDBValue>): string {
  if (typeof value !== "object" || !("bytes" in value)) return "";
  return Buffer.from(value.bytes).toString("base64");
}

function isInterval(value: NonNullable<DuckDBValue>): value is DuckDBIntervalValue {
  return typeof value === "object" && "months" in value && "micros" in value;
}

function floatText(text: string): string {
  return /^-?\d/.test(text) ? text : quoteJson(text);
}

function formattedDate(value: NonNullable<DuckDBValue>, pattern: string | undefined): string {
  const days = typeof value === "object" && "days" in value ? value.days : 0;
  return pattern === undefined
    ? dateText(days)
    : formatDate(BigInt(days) * 86_400_000_000n, pattern, "UTC");
}

function microsOf(value: NonNullable<DuckDBValue>): bigint {
  return typeof value === "object" && "micros" in value ? value.micros : 0n;
}
