import type { DuckDBValue } from "@duckdb/node-api";
import type { Cell } from "../../../adapter/connection.ts";
import type { SparkType, StructField } from "../../../sql/spark-type.ts";
import { intervalText } from "./interval-text.ts";
import { dateText, timestampText, zonedTimestampText } from "./time-text.ts";
import type { ZoneOffset } from "./time-zone.ts";

export type CellReader = (value: DuckDBValue | undefined) => Cell;
type Present = NonNullable<DuckDBValue>;
type ValueReader = (value: Present) => Cell;

/** Makes the function that turns one column's DuckDB values into the adapter contract's cells. */
export function cellReader(type: SparkType, zone: ZoneOffset): CellReader {
  const read = valueReader(type, zone);
  return (value) => (value === null || value === undefined ? null : read(value));
}

function valueReader(type: SparkType, zone: ZoneOffset): ValueReader {
  switch (type.kind) {
    case "array": {
      const element = cellReader(type.element, zone);
      return (value) => (isKind(value, "items") ? value.items.map(element) : plainCell(value));
    }
    case "map":
      return mapReader(cellReader(type.key, zone), cellReader(type.value, zone));
    case "struct":
      return structReader(type.fields, zone);
    case "year-month":
    case "day-time":
      return (value) => (isKind(value, "months") ? intervalText(value, type) : plainCell(value));
    case "float":
    case "double":
      return (value) => (isKind(value, "scale") ? value.toDouble() : numberCell(value));
    case "tinyint":
    case "smallint":
    case "int":
      return numberCell;
    case "timestamp":
      return (value) =>
        isKind(value, "micros") ? zonedTimestampText(value.micros, zone) : plainCell(value);
    default:
      return plainCell;
  }
}

function numberCell(value: Present): Cell {
  return typeof value === "bigint" ? Number(value) : plainCell(value);
}

function mapReader(key: CellReader, item: CellReader): ValueReader {
  return (value) => {
    if (!isKind(value, "entries") || !Array.isArray(value.entries)) return plainCell(value);
    return value.entries.map((entry): Cell => [key(entry.key), item(entry.value)]);
  };
}

function structReader(fields: readonly StructField[], zone: ZoneOffset): ValueReader {
  const readers = fields.map((field) => cellReader(field.type, zone));
  const names = fields.map((field) => field.name);
  return (value) => {
    if (!isKind(value, "entries") || Array.isArray(value.entries)) return plainCell(value);
    const entries: Readonly<Record<string, DuckDBValue>> = value.entries;
    // By name where DuckDB kept it: JavaScript puts keys such as "1" first.
    const byName = names.every((name) => Object.hasOwn(entries, name));
    const values = byName ? names.map((name) => entries[name]) : Object.values(entries);
    return readers.map((read, at) => read(values[at]));
  };
}

/** A cell that needs no more than the value to be written as Spark writes it. */
function plainCell(value: Present): Cell {
  if (typeof value !== "object") return value;
  if ("bytes" in value) return value.bytes;
  if ("months" in value) return intervalText(value, { kind: "interval" });
  if ("micros" in value) return timestampText(value.micros);
  if ("days" in value) return dateText(value.days);
  return value.toString();
}

function isKind<K extends string>(
  value: Present,
  key: K,
): value is Extract<Present, Record<K, unknown>> {
  return typeof value === "object" && key in value;
}
