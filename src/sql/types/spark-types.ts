import type { SimpleTypeKind, SparkType } from "../spark-type.ts";
import { sparkTypeText } from "../spark-type.ts";

export const BOOLEAN: SparkType = { kind: "boolean" };
export const TINYINT: SparkType = { kind: "tinyint" };
export const SMALLINT: SparkType = { kind: "smallint" };
export const INT: SparkType = { kind: "int" };
export const BIGINT: SparkType = { kind: "bigint" };
export const FLOAT: SparkType = { kind: "float" };
export const DOUBLE: SparkType = { kind: "double" };
export const STRING: SparkType = { kind: "string" };
export const BINARY: SparkType = { kind: "binary" };
export const DATE: SparkType = { kind: "date" };
export const TIMESTAMP: SparkType = { kind: "timestamp" };
export const TIMESTAMP_NTZ: SparkType = { kind: "timestamp_ntz" };
export const CALENDAR_INTERVAL: SparkType = { kind: "interval" };
export const VOID: SparkType = { kind: "void" };
export const UNKNOWN: SparkType = { kind: "unknown" };
export const YEAR_MONTH: SparkType = { kind: "year-month", from: "year", to: "month" };
export const DAY_TIME: SparkType = { kind: "day-time", from: "day", to: "second" };

export function decimal(precision: number, scale: number): SparkType {
  return { kind: "decimal", precision, scale };
}

export function arrayOf(element: SparkType): SparkType {
  return { kind: "array", element };
}

export function mapOf(key: SparkType, value: SparkType): SparkType {
  return { kind: "map", key, value };
}

/** Same type: field names of structs compare without letter case. */
export function sameType(a: SparkType, b: SparkType): boolean {
  return sparkTypeText(a).toLowerCase() === sparkTypeText(b).toLowerCase();
}

const INTEGRAL: readonly SimpleTypeKind[] = ["tinyint", "smallint", "int", "bigint"];

export function isIntegral(type: SparkType): boolean {
  return INTEGRAL.some((kind) => kind === type.kind);
}

export function isFractional(type: SparkType): boolean {
  return type.kind === "float" || type.kind === "double";
}

export function isNumeric(type: SparkType): boolean {
  return isIntegral(type) || isFractional(type) || type.kind === "decimal";
}

export function isText(type: SparkType): boolean {
  return type.kind === "string" || type.kind === "char" || type.kind === "varchar";
}

export function isTimestamp(type: SparkType): boolean {
  return type.kind === "timestamp" || type.kind === "timestamp_ntz";
}

export function isDateTime(type: SparkType): boolean {
  return type.kind === "date" || isTimestamp(type);
}

export function isInterval(type: SparkType): boolean {
  return type.kind === "interval" || isAnsiInterval(type);
}

export function isAnsiInterval(type: SparkType): boolean {
  return type.kind === "year-month" || type.kind === "day-time";
}

export function isNested(type: SparkType): boolean {
  return type.kind === "array" || type.kind === "map" || type.kind === "struct";
}

export function isUnknown(type: SparkType): boolean {
  return type.kind === "unknown";
}

/** Spark's AtomicType: everything but nested types, NULL and the legacy interval. */
export function isAtomic(type: SparkType): boolean {
  return !isNested(type) && type.kind !== "void" && type.kind !== "interval" && !isUnknown(type);
}

/** True when some part of the type is unknown. */
export function hasUnknown(type: SparkType): boolean {
  switch (type.kind) {
    case "unknown":
      return true;
    case "array":
      return hasUnknown(type.element);
    case "map":
      return hasUnknown(type.key) || hasUnknown(type.value);
    case "struct":
      return type.fields.some((field) => hasUnknown(field.type));
    default:
      return false;
  }
}
