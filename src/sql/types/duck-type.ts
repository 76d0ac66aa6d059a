import type { SimpleTypeKind, SparkType } from "../spark-type.ts";
import { quoteName } from "../quote-name.ts";

const SIMPLE: Readonly<Record<SimpleTypeKind, string>> = {
  tinyint: "TINYINT",
  smallint: "SMALLINT",
  int: "INTEGER",
  bigint: "BIGINT",
  float: "FLOAT",
  double: "DOUBLE",
  string: "VARCHAR",
  binary: "BLOB",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMPTZ",
  timestamp_ntz: "TIMESTAMP",
  interval: "INTERVAL",
  // A NULL without a type is an INTEGER to DuckDB wherever it needs one.
  void: "INTEGER",
  unknown: "VARCHAR",
};

/** The DuckDB type that holds a Spark type's values. */
export function duckType(type: SparkType): string {
  switch (type.kind) {
    case "decimal":
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case "char":
    case "varchar":
      return "VARCHAR";
    case "year-month":
    case "day-time":
      return "INTERVAL";
    case "array":
      return `${duckType(type.element)}[]`;
    case "map":
      return `MAP(${duckType(type.key)}, ${duckType(type.value)})`;
    case "struct":
      return `STRUCT(${type.fields.map((field) => `${quoteName(field.name)} ${duckType(field.type)}`).join(", ")})`;
    default:
      return SIMPLE[type.kind];
  }
}
