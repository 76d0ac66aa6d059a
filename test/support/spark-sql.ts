import { EngineError } from "../../src/errors/engine-error.ts";
import type { SparkType } from "../../src/sql/spark-type.ts";
import { sparkTypeText } from "../../src/sql/spark-type.ts";
import type { SqlCatalog, SqlColumn } from "../../src/sql/sql-catalog.ts";
import { translate } from "../../src/sql/translate.ts";
import type { Translation } from "../../src/sql/translation.ts";

const decimal: SparkType = { kind: "decimal", precision: 10, scale: 2 };
const point: SparkType = {
  kind: "struct",
  fields: [
    { name: "x", type: { kind: "int" } },
    { name: "y", type: { kind: "int" } },
  ],
};

/** A table `t` with a column of each type, and `u` to join it with. */
const TABLES: Readonly<Record<string, readonly SqlColumn[]>> = {
  t: [
    { name: "i", type: { kind: "int" } },
    { name: "n", type: { kind: "bigint" } },
    { name: "f", type: { kind: "double" } },
    { name: "d", type: decimal },
    { name: "s", type: { kind: "string" } },
    { name: "b", type: { kind: "boolean" } },
    { name: "day", type: { kind: "date" } },
    { name: "ts", type: { kind: "timestamp" } },
    { name: "xs", type: { kind: "array", element: { kind: "int" } } },
    { name: "m", type: { kind: "map", key: { kind: "string" }, value: { kind: "int" } } },
    { name: "p", type: point },
  ],
  u: [
    { name: "i", type: { kind: "int" } },
    { name: "w", type: { kind: "string" } },
  ],
};

export function testCatalog(conf: Readonly<Record<string, string>> = {}): SqlCatalog {
  return {
    currentSchema: "default",
    sessionTimeZone: "UTC",
    conf: (key) => conf[key],
    columns: (_schema, name) => TABLES[name.toLowerCase()],
    isUserFunction: (name) => name === "my_function",
  };
}

export function translated(
  sparkSql: string,
  conf: Readonly<Record<string, string>> = {},
): Translation {
  return translate(sparkSql, testCatalog(conf));
}

/** The DuckDB SQL of a query or of a statement that changes rows. */
export function duckSql(sparkSql: string, conf: Readonly<Record<string, string>> = {}): string {
  const translation = translated(sparkSql, conf);
  if ("duckSql" in translation) return translation.duckSql;
  throw new Error(`"${sparkSql}" became ${translation.kind}`);
}

/** The DuckDB SQL of one expression over `t`. */
export function duckExpression(expression: string): string {
  return duckSql(`select ${expression} as result from t`).replace(
    /^SELECT (.*) AS result FROM t$/s,
    "$1",
  );
}

/** The Spark type of one expression over `t`. */
export function typeOf(expression: string): string {
  const translation = translated(`select ${expression} as result from t`);
  const type = translation.kind === "query" ? translation.columns?.[0]?.type : undefined;
  return type === undefined ? "?" : sparkTypeText(type);
}

/** Names of a query's columns. */
export function columnNames(sparkSql: string): readonly string[] {
  const translation = translated(sparkSql);
  return translation.kind === "query"
    ? (translation.columns ?? []).map((column) => column.name)
    : [];
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** `line:column` */
  readonly at: string;
}

/** The error that a statement fails with. */
export function failure(sparkSql: string, conf: Readonly<Record<string, string>> = {}): Failure {
  try {
    translated(sparkSql, conf);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, message, place } = error;
    return { code, message, at: [place?.line, place?.column].join(":") };
  }
  throw new Error(`"${sparkSql}" should have failed`);
}
