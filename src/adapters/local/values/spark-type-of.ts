import type { DuckDBType } from "@duckdb/node-api";
import type { SparkType } from "../../../sql/spark-type.ts";

/** The front end's type with its unknown parts filled in from what DuckDB found. */
export function refineType(declared: SparkType | undefined, type: DuckDBType): SparkType {
  const actual = sparkTypeOf(type);
  return declared === undefined ? actual : merge(declared, actual);
}

/** The Spark type that stands for a DuckDB type. */
export function sparkTypeOf(type: DuckDBType): SparkType {
  if ("entryNames" in type) {
    return {
      kind: "struct",
      fields: type.entryNames.map((name, at) => ({ name, type: childType(type.entryTypes[at]) })),
    };
  }
  if ("keyType" in type) {
    return { kind: "map", key: sparkTypeOf(type.keyType), value: sparkTypeOf(type.valueType) };
  }
  if ("valueType" in type) return { kind: "array", element: sparkTypeOf(type.valueType) };
  if ("width" in type) return { kind: "decimal", precision: type.width, scale: type.scale };
  return SIMPLE[String(type)] ?? { kind: "string" };
}

function merge(declared: SparkType, actual: SparkType): SparkType {
  if (declared.kind === "unknown") return actual;
  if (declared.kind === "array" && actual.kind === "array") {
    return { kind: "array", element: merge(declared.element, actual.element) };
  }
  if (declared.kind === "map" && actual.kind === "map") {
    return {
      kind: "map",
      key: merge(declared.key, actual.key),
      value: merge(declared.value, actual.value),
    };
  }
  if (declared.kind === "struct" && actual.kind === "struct") {
    const fields = declared.fields.map((field, at) => {
      const found = actual.fields[at]?.type;
      return found === undefined ? field : { ...field, type: merge(field.type, found) };
    });
    return { kind: "struct", fields };
  }
  return declared;
}

function childType(type: DuckDBType | undefined): SparkType {
  return type === undefined ? { kind: "void" } : sparkTypeOf(type);
}

const SIMPLE: Readonly<Record<string, SparkType>> = {
  BOOLEAN: { kind: "boolean" },
  TINYINT: { kind: "tinyint" },
  SMALLINT: { kind: "smallint" },
  INTEGER: { kind: "int" },
  BIGINT: { kind: "bigint" },
  UTINYINT: { kind: "smallint" },
  USMALLINT: { kind: "int" },
  UINTEGER: { kind: "bigint" },
  UBIGINT: { kind: "decimal", precision: 20, scale: 0 },
  // DuckDB's sums of integers; Spark's are bigint.
  HUGEINT: { kind: "bigint" },
  FLOAT: { kind: "float" },
  DOUBLE: { kind: "double" },
  BLOB: { kind: "binary" },
  DATE: { kind: "date" },
  TIMESTAMP: { kind: "timestamp_ntz" },
  TIMESTAMP_S: { kind: "timestamp_ntz" },
  TIMESTAMP_MS: { kind: "timestamp_ntz" },
  TIMESTAMP_NS: { kind: "timestamp_ntz" },
  TIMESTAMPTZ: { kind: "timestamp" },
  TIMESTAMP_TZ: { kind: "timestamp" },
  "TIMESTAMP WITH TIME ZONE": { kind: "timestamp" },
  INTERVAL: { kind: "interval" },
  SQLNULL: { kind: "void" },
};
