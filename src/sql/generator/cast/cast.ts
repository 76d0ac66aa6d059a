import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import { duckType } from "../../types/duck-type.ts";
import {
  hasUnknown,
  isDateTime,
  isIntegral,
  isNested,
  isNumeric,
  isText,
  sameType,
  STRING,
} from "../../types/spark-types.ts";
import { castNested } from "./cast-nested.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

export interface CastPlace {
  readonly scope: Scope;
  readonly at: number;
  /** TRY_CAST follows ANSI rules, and gives NULL where those raise. */
  readonly isTry?: boolean;
}

/** CAST with ANSI off: what does not fit is NULL or wraps, never an error at run time. */
export function castTo(value: TypedSql, target: SparkType, where: CastPlace): TypedSql {
  const to: SparkType = target.kind === "char" || target.kind === "varchar" ? STRING : target;
  if (sameType(value.type, to) || (isText(value.type) && isText(to))) return { ...value, type: to };
  if (value.type.kind === "void") return atom(`CAST(${value.sql} AS ${duckType(to)})`, to);
  if (hasUnknown(value.type) || hasUnknown(to)) return castUnknown(value, to);
  if (isNested(value.type) || isNested(to)) return castNested(value, to, where, castTo);
  const sql = castAtomic(value, to, where);
  if (sql !== undefined) return atom(sql, to);
  const problem = `cannot be cast from ${sparkTypeText(value.type)} to ${sparkTypeText(to)}`;
  throw sqlTypeMismatch(`\`${value.sql}\``, problem, where.scope.emitter.place(where.at));
}

function castUnknown(value: TypedSql, to: SparkType): TypedSql {
  return to.kind === "unknown" ? value : atom(`TRY_CAST(${value.sql} AS ${duckType(to)})`, to);
}

function castAtomic(value: TypedSql, to: SparkType, where: CastPlace): string | undefined {
  const { sql, type: from } = value;
  if (to.kind === "string") return castToString(sql, from);
  if (isText(from)) return castFromString(sql, to, where);
  // A date is no number: with ANSI off the answer is NULL.
  if (from.kind === "date" && (isNumeric(to) || to.kind === "boolean")) {
    return `CAST(NULL AS ${duckType(to)})`;
  }
  if (isIntegral(to)) return castToIntegral(sql, { from, to, isTry: where.isTry === true });
  return castToOther(sql, from, to);
}

function castToOther(sql: string, from: SparkType, to: SparkType): string | undefined {
  switch (to.kind) {
    case "float":
    case "double":
      return castToFractional(sql, from, to);
    case "decimal":
      return castToDecimal(sql, from, to);
    case "boolean":
      return castToBoolean(sql, from);
    case "date":
    case "timestamp":
    case "timestamp_ntz":
      return castToDateTime(sql, from, to);
    case "year-month":
    case "day-time":
      return castToInterval(sql, from, to);
    case "binary":
      return isIntegral(from) ? `sp_${from.kind}_to_binary(${sql})` : undefined;
    default:
      return undefined;
  }
}

function castToFractional(sql: string, from: SparkType, to: SparkType): string | undefined {
  if (from.kind === "timestamp") return `sp_timestamp_to_double(${sql})`;
  // Java's narrowing: what is too large for a float is infinite.
  if (to.kind === "float" && from.kind === "double") return `sp_double_to_float(${sql})`;
  const isPlain = isNumeric(from) || from.kind === "boolean";
  return isPlain ? `CAST(${sql} AS ${duckType(to)})` : undefined;
}

function castToString(sql: string, from: SparkType): string {
  switch (from.kind) {
    case "float":
    case "double":
    case "decimal":
    case "timestamp":
    case "timestamp_ntz":
    case "binary":
    case "interval":
      return `sp_${from.kind}_to_string(${withPlace(sql, from)})`;
    case "year-month":
    case "day-time":
      return `sp_${from.kind.replace("-", "_")}_to_string(${sql}, '${from.from}', '${from.to}')`;
    default:
      return `CAST(${sql} AS VARCHAR)`;
  }
}

/** DuckDB writes a decimal without a place before the point as `.5`: it gets one. */
function withPlace(sql: string, from: SparkType): string {
  const isBare = from.kind === "decimal" && from.precision === from.scale && from.precision < 38;
  return isBare ? `CAST(${sql} AS DECIMAL(${from.precision + 1}, ${from.scale}))` : sql;
}

function castFromString(sql: string, to: SparkType, where: CastPlace): string | undefined {
  switch (to.kind) {
    case "tinyint":
    case "smallint":
    case "int":
    case "bigint":
      return `sp_${where.isTry === true ? "try_" : ""}string_to_${to.kind}(${sql})`;
    case "float":
    case "double":
    case "boolean":
    case "date":
    case "timestamp":
    case "timestamp_ntz":
    case "interval":
      return `sp_string_to_${to.kind}(${sql})`;
    case "year-month":
    case "day-time":
      return `sp_string_to_${to.kind.replace("-", "_")}(${sql}, '${to.from}', '${to.to}')`;
    case "decimal":
      return `TRY_CAST(trim(${sql}, ' \t\n\r') AS ${duckType(to)})`;
    case "binary":
      return `encode(${sql})`;
    default:
      return undefined;
  }
}

const SIZES: readonly string[] = ["tinyint", "smallint", "int", "bigint"];

interface IntegralCast {
  readonly from: SparkType;
  readonly to: SparkType;
  readonly isTry: boolean;
}

function castToIntegral(sql: string, { from, to, isTry }: IntegralCast): string | undefined {
  const duck = duckType(to);
  if (isIntegral(from)) {
    if (SIZES.indexOf(from.kind) <= SIZES.indexOf(to.kind)) return `CAST(${sql} AS ${duck})`;
    return isTry ? `TRY_CAST(${sql} AS ${duck})` : `sp_bigint_to_${to.kind}(${sql})`;
  }
  switch (from.kind) {
    case "boolean":
      return `CAST(${sql} AS ${duck})`;
    case "float":
    case "double":
    case "decimal":
      return isTry ? `TRY_CAST(trunc(${sql}) AS ${duck})` : `sp_${from.kind}_to_${to.kind}(${sql})`;
    case "timestamp":
      return to.kind === "bigint"
        ? `sp_timestamp_to_bigint(${sql})`
        : `sp_bigint_to_${to.kind}(sp_timestamp_to_bigint(${sql}))`;
    case "year-month":
      return `CAST(sp_months_of(${sql})${from.to === "year" ? " // 12" : ""} AS ${duck})`;
    case "day-time":
      return `CAST(sp_micros_of(${sql}) // ${MICROS[from.to]} AS ${duck})`;
    default:
      return undefined;
  }
}

const MICROS = {
  day: 86_400_000_000,
  hour: 3_600_000_000,
  minute: 60_000_000,
  second: 1_000_000,
} as const;

function castToDecimal(sql: string, from: SparkType, to: SparkType): string | undefined {
  if (from.kind === "timestamp")
    return `TRY_CAST(sp_timestamp_to_double(${sql}) AS ${duckType(to)})`;
  if (from.kind === "day-time")
    return `TRY_CAST(sp_micros_of(${sql}) / ${MICROS[from.to]} AS ${duckType(to)})`;
  if (from.kind === "year-month")
    return `TRY_CAST(sp_months_of(${sql})${from.to === "year" ? " // 12" : ""} AS ${duckType(to)})`;
  return isNumeric(from) || from.kind === "boolean"
    ? `TRY_CAST(${sql} AS ${duckType(to)})`
    : undefined;
}

function castToBoolean(sql: string, from: SparkType): string | undefined {
  if (isNumeric(from)) return `CAST(${sql} AS BOOLEAN)`;
  return from.kind === "timestamp" ? `(epoch_us(${sql}) <> 0)` : undefined;
}

/** In what DuckDB type seconds since the epoch are handed over. */
const SECONDS: Readonly<Record<string, string>> = {
  decimal: "DECIMAL(38, 6)",
  float: "DOUBLE",
  double: "DOUBLE",
};

function castToDateTime(sql: string, from: SparkType, to: SparkType): string | undefined {
  if (isDateTime(from)) return `CAST(${sql} AS ${duckType(to)})`;
  if (to.kind !== "timestamp") return undefined;
  // Spark takes TRUE for one microsecond.
  if (from.kind === "boolean") return `make_timestamptz(CAST(${sql} AS BIGINT))`;
  // No overloaded macro here: DuckDB cannot choose one for an argument with a window function.
  if (isIntegral(from)) return `make_timestamptz(CAST(${sql} AS BIGINT) * 1000000)`;
  return isNumeric(from)
    ? `sp_number_to_timestamp(CAST(${sql} AS ${SECONDS[from.kind] ?? "BIGINT"}))`
    : undefined;
}

function castToInterval(sql: string, from: SparkType, to: SparkType): string | undefined {
  const isNumber = isIntegral(from) || from.kind === "decimal";
  if (to.kind === "year-month") {
    const unit = to.to === "year" ? 12 : 1;
    if (from.kind === "year-month")
      return unit === 1 ? sql : `to_months(sp_months_of(${sql}) // 12 * 12)`;
    return isNumber ? `to_months(CAST(${rounded(sql, from)} * ${unit} AS INTEGER))` : undefined;
  }
  if (to.kind !== "day-time") return undefined;
  const unit = MICROS[to.to];
  if (from.kind === "day-time") {
    return to.to === "second" ? sql : `to_microseconds(sp_micros_of(${sql}) // ${unit} * ${unit})`;
  }
  if (!isNumber) return undefined;
  // Only seconds have a fraction.
  const amount = to.to === "second" ? sql : rounded(sql, from);
  return `to_microseconds(CAST(${amount} * ${unit} AS BIGINT))`;
}

function rounded(sql: string, from: SparkType): string {
  return from.kind === "decimal" ? `round(${sql})` : `(${sql})`;
}
