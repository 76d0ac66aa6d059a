import { sqlSyntaxError } from "../../errors/sql-errors.ts";
import type { DayTimeField, SparkType, StructField, YearMonthField } from "../spark-type.ts";
import { parseCommaList, parseIdentifier, parseInteger, parseStringLiteral } from "./parse-name.ts";
import type { TokenCursor } from "./token-cursor.ts";

const SIMPLE: Readonly<Record<string, SparkType>> = {
  BOOLEAN: { kind: "boolean" },
  TINYINT: { kind: "tinyint" },
  BYTE: { kind: "tinyint" },
  SMALLINT: { kind: "smallint" },
  SHORT: { kind: "smallint" },
  INT: { kind: "int" },
  INTEGER: { kind: "int" },
  BIGINT: { kind: "bigint" },
  LONG: { kind: "bigint" },
  FLOAT: { kind: "float" },
  REAL: { kind: "float" },
  DOUBLE: { kind: "double" },
  DATE: { kind: "date" },
  TIMESTAMP: { kind: "timestamp" },
  TIMESTAMP_LTZ: { kind: "timestamp" },
  TIMESTAMP_NTZ: { kind: "timestamp_ntz" },
  STRING: { kind: "string" },
  BINARY: { kind: "binary" },
  VOID: { kind: "void" },
};

/** A data type as DDL and CAST write it. */
export function parseType(cursor: TokenCursor): SparkType {
  const token = cursor.peek();
  if (token.kind !== "word") throw cursor.unexpected("a data type");
  const simple = SIMPLE[token.upper];
  if (simple !== undefined) {
    cursor.next();
    return simple;
  }
  const at = cursor.at;
  cursor.next();
  switch (token.upper) {
    case "DECIMAL":
    case "DEC":
    case "NUMERIC":
      return parseDecimal(cursor, at);
    case "CHAR":
    case "CHARACTER":
    case "VARCHAR":
      return parseCharType(cursor, token.upper === "VARCHAR" ? "varchar" : "char");
    case "INTERVAL":
      return parseIntervalType(cursor);
    case "ARRAY":
      return parseArrayType(cursor);
    case "MAP":
      return parseMapType(cursor);
    case "STRUCT":
      return parseStructType(cursor);
    default:
      throw sqlSyntaxError(`"${token.text}"`, "a data type", cursor.place(at));
  }
}

function parseDecimal(cursor: TokenCursor, at: number): SparkType {
  if (!cursor.acceptSymbol("(")) return { kind: "decimal", precision: 10, scale: 0 };
  const precision = Number(parseInteger(cursor));
  const scale = cursor.acceptSymbol(",") ? Number(parseInteger(cursor)) : 0;
  cursor.expectSymbol(")");
  if (precision > 38 || scale > precision) {
    const found = `decimal(${precision},${scale})`;
    throw sqlSyntaxError(found, "a precision up to 38 and a scale up to it", cursor.place(at));
  }
  return { kind: "decimal", precision, scale };
}

function parseCharType(cursor: TokenCursor, kind: "char" | "varchar"): SparkType {
  cursor.expectSymbol("(");
  const length = Number(parseInteger(cursor));
  cursor.expectSymbol(")");
  return { kind, length };
}

const YEAR_MONTH: readonly YearMonthField[] = ["year", "month"];
const DAY_TIME: readonly DayTimeField[] = ["day", "hour", "minute", "second"];

function parseIntervalType(cursor: TokenCursor): SparkType {
  const from = parseIntervalField(cursor);
  if (from === undefined) return { kind: "interval" };
  const to = cursor.acceptWords("TO") ? parseIntervalField(cursor) : from;
  const yearMonth = pickRange(YEAR_MONTH, from, to);
  if (yearMonth !== undefined) return { kind: "year-month", ...yearMonth };
  const dayTime = pickRange(DAY_TIME, from, to);
  if (dayTime !== undefined) return { kind: "day-time", ...dayTime };
  throw cursor.unexpected(`an interval field that "${from}" can run to`);
}

function pickRange<F extends string>(
  fields: readonly F[],
  from: string,
  to: string | undefined,
): { readonly from: F; readonly to: F } | undefined {
  const first = fields.find((field) => field === from);
  const last = fields.find((field) => field === to);
  if (first === undefined || last === undefined) return undefined;
  return fields.indexOf(first) <= fields.indexOf(last) ? { from: first, to: last } : undefined;
}

function parseIntervalField(cursor: TokenCursor): string | undefined {
  const token = cursor.peek();
  if (token.kind !== "word") return undefined;
  const name = token.text.toLowerCase().replace(/s$/, "");
  if (![...YEAR_MONTH, ...DAY_TIME].some((field) => field === name)) return undefined;
  cursor.next();
  return name;
}

function parseArrayType(cursor: TokenCursor): SparkType {
  cursor.expectSymbol("<");
  const element = parseType(cursor);
  closeAngle(cursor);
  return { kind: "array", element };
}

function parseMapType(cursor: TokenCursor): SparkType {
  cursor.expectSymbol("<");
  const key = parseType(cursor);
  cursor.expectSymbol(",");
  const value = parseType(cursor);
  closeAngle(cursor);
  return { kind: "map", key, value };
}

function parseStructType(cursor: TokenCursor): SparkType {
  if (cursor.acceptSymbol("<>")) return { kind: "struct", fields: [] };
  cursor.expectSymbol("<");
  if (isAngleClosing(cursor)) {
    closeAngle(cursor);
    return { kind: "struct", fields: [] };
  }
  const fields = parseCommaList(cursor, () => parseStructField(cursor));
  closeAngle(cursor);
  return { kind: "struct", fields };
}

/** `name: type`, `name type`, each with NOT NULL and COMMENT. */
export function parseStructField(cursor: TokenCursor): StructField {
  const name = parseIdentifier(cursor, "a field name");
  cursor.acceptSymbol(":");
  const type = parseType(cursor);
  cursor.acceptWords("NOT", "NULL");
  return cursor.acceptWords("COMMENT")
    ? { name, type, comment: parseStringLiteral(cursor) }
    : { name, type };
}

function isAngleClosing(cursor: TokenCursor): boolean {
  return cursor.isSymbol(">");
}

/** Takes one `>`; `>>` and `>>>` close more than one type. */
function closeAngle(cursor: TokenCursor): void {
  if (!cursor.acceptAngle()) throw cursor.unexpected('">"');
}
