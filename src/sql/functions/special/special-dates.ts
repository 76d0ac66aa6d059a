import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import {
  atom,
  compound,
  operand,
  isNullLiteral,
  stringLiteralOf,
  type TypedSql,
} from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import {
  BIGINT,
  CALENDAR_INTERVAL,
  DATE,
  decimal,
  DOUBLE,
  INT,
  isDateTime,
  isInterval,
  isTimestamp,
  STRING,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  TINYINT,
} from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments, wrongArgument } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

const FIELDS: Readonly<Record<string, string>> = {
  year: "year",
  y: "year",
  years: "year",
  yr: "year",
  yrs: "year",
  yearofweek: "isoyear",
  quarter: "quarter",
  qtr: "quarter",
  month: "month",
  mon: "month",
  mons: "month",
  months: "month",
  week: "week",
  w: "week",
  weeks: "week",
  day: "day",
  d: "day",
  days: "day",
  dayofweek: "dayofweek",
  dow: "dayofweek",
  dayofweek_iso: "isodow",
  dow_iso: "isodow",
  doy: "doy",
  hour: "hour",
  h: "hour",
  hours: "hour",
  hr: "hour",
  hrs: "hour",
  minute: "minute",
  m: "minute",
  min: "minute",
  mins: "minute",
  minutes: "minute",
  second: "second",
  s: "second",
  sec: "second",
  seconds: "second",
  secs: "second",
};

/** extract(field FROM source) and date_part('field', source). */
export const extractFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  if (isNullLiteral(argumentAt(args, 0))) return atom("CAST(NULL AS DOUBLE)", DOUBLE);
  const name = stringLiteralOf(argumentAt(args, 0));
  const field = name === undefined ? undefined : FIELDS[name.toLowerCase()];
  if (field === undefined) {
    const problem = `has no field "${name ?? argumentAt(args, 0).sql}"`;
    throw sqlTypeMismatch(`"${call.name.join(".")}"`, problem, scope.emitter.place(call.at));
  }
  const source = argumentAt(args, 1);
  if (isInterval(source.type)) return intervalField(field, source, call, scope);
  return momentField(field, source, call, scope);
};

function momentField(field: string, source: TypedSql, call: Call, scope: Scope): TypedSql {
  const isTime = field === "hour" || field === "minute" || field === "second";
  const target: SparkType = isTime
    ? isTimestamp(source.type)
      ? source.type
      : TIMESTAMP
    : isDateTime(source.type)
      ? source.type
      : DATE;
  const value = castArgument(source, target, call, scope);
  if (field === "second") return atom(`sp_seconds_of(${value.sql})`, decimal(8, 6));
  if (field === "dayofweek") return atom(`CAST(dayofweek(${value.sql}) + 1 AS INTEGER)`, INT);
  return atom(`CAST(date_part('${field}', ${value.sql}) AS INTEGER)`, INT);
}

/** Each field of an ANSI interval: `{}` stands for the interval. Seconds carry their fraction. */
const YEAR_MONTH_FIELDS: Readonly<Record<string, readonly [string, SparkType]>> = {
  year: ["CAST(sp_months_of({}) // 12 AS INTEGER)", INT],
  month: ["CAST(sp_months_of({}) % 12 AS TINYINT)", TINYINT],
};

const DAY_TIME_FIELDS: Readonly<Record<string, readonly [string, SparkType]>> = {
  day: ["CAST(sp_micros_of({}) // 86400000000 AS INTEGER)", INT],
  hour: ["CAST(sp_micros_of({}) // 3600000000 % 24 AS TINYINT)", TINYINT],
  minute: ["CAST(sp_micros_of({}) // 60000000 % 60 AS TINYINT)", TINYINT],
  second: ["sp_dt_seconds({})", decimal(8, 6)],
};

const CALENDAR_FIELDS: Readonly<Record<string, readonly [string, SparkType]>> = {
  year: ["CAST(date_part('year', {}) AS INTEGER)", INT],
  month: ["CAST(date_part('month', {}) AS TINYINT)", TINYINT],
  day: ["CAST(date_part('day', {}) AS INTEGER)", INT],
  hour: ["CAST(date_part('hour', {}) AS BIGINT)", BIGINT],
  minute: ["CAST(date_part('minute', {}) AS TINYINT)", TINYINT],
  second: ["sp_interval_seconds({})", decimal(8, 6)],
};

function intervalField(field: string, source: TypedSql, call: Call, scope: Scope): TypedSql {
  const { kind } = source.type;
  const fields =
    kind === "year-month"
      ? YEAR_MONTH_FIELDS
      : kind === "day-time"
        ? DAY_TIME_FIELDS
        : CALENDAR_FIELDS;
  const found = fields[field];
  if (found === undefined) {
    const problem = `has no field "${field}" for this interval`;
    throw sqlTypeMismatch(`"${call.name.join(".")}"`, problem, scope.emitter.place(call.at));
  }
  return atom(found[0].replace("{}", source.sql), found[1]);
}

/** make_interval(years, months, weeks, days, hours, mins, secs): each may be left out. */
export const makeIntervalFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 0, 7);
  const parts = Array.from({ length: 7 }, (_each, index) => {
    const value = args[index];
    if (value === undefined) return "0";
    return castArgument(value, index === 6 ? DOUBLE : INT, call, scope).sql;
  });
  return atom(`sp_make_interval(${parts.join(", ")})`, CALENDAR_INTERVAL);
};

const UNITS: readonly string[] = [
  "YEAR",
  "QUARTER",
  "MONTH",
  "WEEK",
  "DAY",
  "DAYOFYEAR",
  "HOUR",
  "MINUTE",
  "SECOND",
  "MILLISECOND",
  "MICROSECOND",
];

function unitOf(args: readonly TypedSql[], call: Call, scope: Scope): string {
  const unit = stringLiteralOf(argumentAt(args, 0))?.toUpperCase();
  if (unit !== undefined && UNITS.includes(unit)) return unit === "DAYOFYEAR" ? "DAY" : unit;
  throw sqlTypeMismatch(
    `"${call.name.join(".")}"`,
    "needs a unit such as DAY or MONTH",
    scope.emitter.place(call.at),
  );
}

/** timestampadd(unit, n, moment): always a timestamp, of the moment's own kind. */
export const timestampAddFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 3);
  const unit = unitOf(args, call, scope);
  const count = castArgument(argumentAt(args, 1), INT, call, scope);
  const moment = argumentAt(args, 2);
  const value = isTimestamp(moment.type) ? moment : castArgument(moment, TIMESTAMP, call, scope);
  return atom(`sp_timestampadd('${unit}', ${count.sql}, ${value.sql})`, value.type);
};

/** timestampdiff(unit, from, to): whole units between. */
export const timestampDiffFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 3);
  const unit = unitOf(args, call, scope);
  const asLocal = (value: TypedSql): string => {
    const moment = isTimestamp(value.type) ? value : castArgument(value, TIMESTAMP, call, scope);
    return castArgument(moment, TIMESTAMP_NTZ, call, scope).sql;
  };
  return atom(
    `sp_timestampdiff('${unit}', ${asLocal(argumentAt(args, 1))}, ${asLocal(argumentAt(args, 2))})`,
    BIGINT,
  );
};

/** date_trunc('unit', timestamp): NULL for a unit that Spark does not know. */
export const dateTruncFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const unit = castArgument(argumentAt(args, 0), STRING, call, scope);
  const moment = argumentAt(args, 1);
  const value = isTimestamp(moment.type) ? moment : castArgument(moment, TIMESTAMP, call, scope);
  return atom(`sp_date_trunc(${unit.sql}, ${value.sql})`, value.type);
};

/** date_add(date, days) and date_sub: days are whole numbers up to INT, or a literal that reads as one. */
export function moveDateFunction(op: "+" | "-"): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2);
    const date = castArgument(argumentAt(args, 0), DATE, call, scope);
    const days = argumentAt(args, 1);
    const text = stringLiteralOf(days);
    const isWholeText = text !== undefined && /^\s*[+-]?\d+\s*$/.test(text);
    const isSmall = ["int", "smallint", "tinyint", "void", "unknown"].includes(days.type.kind);
    if (!isSmall && !isWholeText) throw wrongArgument(call, days, scope);
    return compound(
      `${operand(date)} ${op} ${operand(castArgument(days, INT, call, scope))}`,
      DATE,
    );
  };
}
