import { sqlLiteralError } from "../../../errors/sql-errors.ts";
import type { NumberType } from "../../lexer/token.ts";
import { quoteString } from "../../quote-name.ts";
import type { IntervalLiteral, TypedLiteralKind } from "../../tree/expression.ts";
import { readDateTimeText } from "../../types/datetime-text.ts";
import { readInterval, type IntervalValue } from "../../types/interval-text.ts";
import {
  BIGINT,
  BINARY,
  BOOLEAN,
  DATE,
  decimal,
  DOUBLE,
  FLOAT,
  INT,
  SMALLINT,
  STRING,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  TINYINT,
  VOID,
} from "../../types/spark-types.ts";
import type { Scope } from "../scope/scope.ts";
import { isOn } from "../scope/session-conf.ts";
import { atom, type Literal, type TypedSql } from "../scope/typed-sql.ts";

export function nullLiteral(): TypedSql {
  return { ...atom("NULL", VOID), literal: { kind: "null" } };
}

export function booleanLiteral(value: boolean): TypedSql {
  return { ...atom(value ? "TRUE" : "FALSE", BOOLEAN), literal: { kind: "boolean", value } };
}

export function stringLiteral(value: string): TypedSql {
  return { ...atom(stringText(value), STRING), literal: { kind: "string", value } };
}

/** DuckDB takes no NUL inside a literal. */
function stringText(value: string): string {
  if (!value.includes("\0")) return quoteString(value);
  const parts = value.split("\0").map(quoteString);
  return `(${parts.join(" || chr(0) || ")})`;
}

export function hexLiteral(digits: string): TypedSql {
  return atom(`unhex('${digits}')`, BINARY);
}

const LIMITS = {
  tinyint: { least: -128n, most: 127n, type: TINYINT },
  smallint: { least: -32_768n, most: 32_767n, type: SMALLINT },
  int: { least: -2_147_483_648n, most: 2_147_483_647n, type: INT },
  bigint: { least: -9_223_372_036_854_775_808n, most: 9_223_372_036_854_775_807n, type: BIGINT },
} as const;

/** A number with the type that its suffix or size gives it. */
export function numberLiteral(text: string, type: NumberType, scope: Scope, at: number): TypedSql {
  const literal: Literal = { kind: "number", text };
  switch (type) {
    case "double":
    case "float":
      return { ...fractionalLiteral(text, type, scope, at), literal };
    case "decimal":
      return { ...decimalLiteral(text, scope, at), literal };
    case "int":
      return {
        ...(wholeLiteral(text, "int") ??
          wholeLiteral(text, "bigint") ??
          decimalLiteral(text, scope, at)),
        literal,
      };
    default: {
      const value = wholeLiteral(text, type);
      if (value === undefined) throw sqlLiteralError(text, type, scope.emitter.place(at));
      return { ...value, literal };
    }
  }
}

function fractionalLiteral(
  text: string,
  type: "double" | "float",
  scope: Scope,
  at: number,
): TypedSql {
  if (!Number.isFinite(Number(text))) {
    throw sqlLiteralError(text, `${type} (out of range)`, scope.emitter.place(at));
  }
  return type === "double" ? atom(doubleText(text), DOUBLE) : atom(`CAST(${text} AS FLOAT)`, FLOAT);
}

type WholeType = keyof typeof LIMITS;

/** Undefined where the number does not fit its type. */
function wholeLiteral(text: string, kind: WholeType): TypedSql | undefined {
  const { least, most, type } = LIMITS[kind];
  const value = BigInt(text);
  if (value < least || value > most) return undefined;
  if (kind === "int") return { ...atom(text, type), atomic: !text.startsWith("-") };
  return atom(`CAST(${text} AS ${kind.toUpperCase()})`, type);
}

function doubleText(text: string): string {
  const body = /[eE]/.test(text) ? text : `${text}e0`;
  return text.startsWith("-") ? `(${body})` : body;
}

function decimalLiteral(text: string, scope: Scope, at: number): TypedSql {
  const plain = plainDecimal(text);
  const [whole = "", fraction = ""] = plain.replace("-", "").split(".");
  const digits = whole.replace(/^0+/, "");
  const precision = Math.max(digits.length + fraction.length, 1);
  if (precision > 38)
    throw sqlLiteralError(text, "decimal of up to 38 digits", scope.emitter.place(at));
  const type = decimal(precision, fraction.length);
  // DuckDB counts a leading zero as a digit: .05 is DECIMAL(2,2) as in Spark, 0.05 is not.
  const sign = plain.startsWith("-") ? "-" : "";
  if (fraction !== "")
    return { ...atom(`${sign}${digits}.${fraction}`, type), atomic: sign === "" };
  return atom(`CAST(${sign}${digits === "" ? "0" : digits} AS DECIMAL(${precision}, 0))`, type);
}

/** `1.5e3` without its exponent (a BD literal may have one). */
function plainDecimal(text: string): string {
  const found = /^(-?)(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(text);
  if (found === null) return text.endsWith(".") ? text.slice(0, -1) : text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `DATE '...'`, `TIMESTAMP '...'`: a text that is none is an error, as in Spark. */
export function dateTimeLiteral(
  kind: TypedLiteralKind,
  text: string,
  scope: Scope,
  at: number,
): TypedSql {
  const special = specialMoment(kind, text.trim().toLowerCase());
  if (special !== undefined) return special;
  const read = readDateTimeText(text);
  if (read === undefined) throw sqlLiteralError(text, kind, scope.emitter.place(at));
  if (kind === "date") return { ...atom(`DATE '${read.date}'`, DATE) };
  const moment = `${read.date} ${read.time ?? "00:00:00"}`;
  const isLocal =
    kind === "timestamp_ntz" ||
    (kind === "timestamp" && isNtzDefault(scope) && read.zone === undefined);
  if (isLocal) return atom(`TIMESTAMP '${moment}'`, TIMESTAMP_NTZ);
  return atom(`TIMESTAMPTZ '${moment}${zoneSuffix(read.zone)}'`, TIMESTAMP);
}

function isNtzDefault(scope: Scope): boolean {
  return scope.emitter.catalog.conf("spark.sql.timestampType")?.toUpperCase() === "TIMESTAMP_NTZ";
}

function zoneSuffix(zone: string | undefined): string {
  if (zone === undefined) return "";
  return /^[+-]/.test(zone) ? zone : ` ${zone}`;
}

const DATE_WORDS: Readonly<Record<string, string>> = {
  epoch: "DATE '1970-01-01'",
  now: "sp_current_date()",
  today: "sp_current_date()",
  tomorrow: "(sp_current_date() + 1)",
  yesterday: "(sp_current_date() - 1)",
};

function specialMoment(kind: TypedLiteralKind, word: string): TypedSql | undefined {
  const day = DATE_WORDS[word];
  if (day === undefined) return undefined;
  if (kind === "date") return atom(day, DATE);
  const isLocal = kind === "timestamp_ntz";
  const type = isLocal ? TIMESTAMP_NTZ : TIMESTAMP;
  const name = isLocal ? "TIMESTAMP" : "TIMESTAMPTZ";
  if (word === "now") return atom(`CAST(now() AS ${name})`, type);
  if (word === "epoch" && !isLocal) return atom("to_timestamp(0)", type);
  return atom(`CAST(${day} AS ${name})`, type);
}

/** An interval literal: months, or days with microseconds. */
export function intervalLiteral(literal: IntervalLiteral, scope: Scope, at: number): TypedSql {
  const value = readInterval(literal, isOn(scope, "spark.sql.legacy.interval.enabled"));
  if (value === undefined) {
    const text =
      literal.form === "units"
        ? literal.parts.map((part) => `${part.value} ${part.unit}`).join(" ")
        : literal.text;
    throw sqlLiteralError(text, "interval", scope.emitter.place(at));
  }
  return intervalSql(value);
}

export function intervalSql(value: IntervalValue): TypedSql {
  if (value.type.kind === "interval") {
    const parts = [
      `to_months(${value.months})`,
      `to_days(${value.days})`,
      `to_microseconds(${value.micros})`,
    ];
    return atom(`(${parts.join(" + ")})`, value.type);
  }
  if (value.type.kind === "year-month") return atom(`to_months(${value.months})`, value.type);
  if (value.micros === 0n) return atom(`to_days(${value.days})`, value.type);
  if (value.days === 0n) return atom(`to_microseconds(${value.micros})`, value.type);
  return atom(`(to_days(${value.days}) + to_microseconds(${value.micros}))`, value.type);
}
