import type { SparkType } from "../../../sql/spark-type.ts";
import { quoteName } from "../engine/quote.ts";

/** The DuckDB type that holds values of a Spark type; undefined where nothing is known of it. */
export function duckTypeText(type: SparkType): string | undefined {
  switch (type.kind) {
    case "decimal":
      return `DECIMAL(${type.precision},${type.scale})`;
    case "array": {
      const element = duckTypeText(type.element);
      return element === undefined ? undefined : `${element}[]`;
    }
    case "map": {
      const [key, value] = [duckTypeText(type.key), duckTypeText(type.value)];
      return key === undefined || value === undefined ? undefined : `MAP(${key}, ${value})`;
    }
    case "struct": {
      const fields = type.fields.map((field) => ({
        name: field.name,
        type: duckTypeText(field.type),
      }));
      if (fields.some((field) => field.type === undefined)) return undefined;
      return `STRUCT(${fields.map((field) => `${quoteName(field.name)} ${field.type ?? ""}`).join(", ")})`;
    }
    default:
      return SIMPLE[type.kind];
  }
}

const SIMPLE: Readonly<Record<string, string>> = {
  tinyint: "TINYINT",
  smallint: "SMALLINT",
  int: "INTEGER",
  bigint: "BIGINT",
  float: "FLOAT",
  double: "DOUBLE",
  string: "VARCHAR",
  char: "VARCHAR",
  varchar: "VARCHAR",
  binary: "BLOB",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMPTZ",
  timestamp_ntz: "TIMESTAMP",
  interval: "INTERVAL",
  "year-month": "INTERVAL",
  "day-time": "INTERVAL",
  // A column of bare NULLs.
  void: "INTEGER",
};
