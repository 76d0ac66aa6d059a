import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { exactDecimal } from "../../generator/expression/emit-arithmetic.ts";
import { wrapped } from "../../generator/expression/emit-whole-numbers.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { atom, operand, type TypedSql } from "../../generator/scope/typed-sql.ts";
import { boundedDecimal } from "../../types/decimal-types.ts";
import { duckType } from "../../types/duck-type.ts";
import {
  arrayOf,
  BIGINT,
  DAY_TIME,
  DOUBLE,
  isIntegral,
  isNumeric,
  isUnknown,
  TINYINT,
  UNKNOWN,
  YEAR_MONTH,
} from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments, wrongArgument } from "../call-arguments.ts";
import { core, filtered } from "../aggregate-marks.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

/** A number, or what an implicit cast makes one; ANSI intervals stay. */
function summand(call: Call, scope: Scope): TypedSql {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  const { type } = value;
  if (isNumeric(type) || isUnknown(type) || type.kind === "year-month" || type.kind === "day-time")
    return value;
  if (type.kind === "string" || type.kind === "void" || type.kind === "timestamp")
    return castArgument(value, DOUBLE, call, scope);
  throw wrongArgument(call, value, scope);
}

/** sum: BIGINT of whole numbers, DOUBLE of floats, DECIMAL(p+10,s) of decimals, intervals of intervals. */
export const sumFunction: SpecialFunction = (call, scope) => sumOf(summand(call, scope));

function sumOf(value: TypedSql): TypedSql {
  const { type, sql } = value;
  if (type.kind === "year-month")
    return atom(`to_months(CAST(${core(`sum(sp_months_of(${sql}))`)} AS INTEGER))`, YEAR_MONTH);
  if (type.kind === "day-time")
    return atom(`to_microseconds(CAST(${core(`sum(sp_micros_of(${sql}))`)} AS BIGINT))`, DAY_TIME);
  if (type.kind === "decimal") {
    const result = boundedDecimal(type.precision + 10, type.scale);
    return atom(`CAST(${core(`sum(${sql})`)} AS ${duckType(result)})`, result);
  }
  if (type.kind === "bigint") return wrapped(core(`sum(${sql})`), BIGINT);
  if (isIntegral(type)) return atom(`CAST(${core(`sum(${sql})`)} AS BIGINT)`, BIGINT);
  if (isUnknown(type)) return atom(`sp_sum_result(${core(`sum(${sql})`)})`, UNKNOWN);
  return atom(core(`sum(${sql})`), DOUBLE);
}

/** try_sum: NULL on overflow. */
export const trySumFunction: SpecialFunction = (call, scope) => {
  const value = summand(call, scope);
  if (value.type.kind === "bigint")
    return atom(`TRY_CAST(${core(`sum(${value.sql})`)} AS BIGINT)`, BIGINT);
  const sum = sumOf(value);
  return atom(sum.sql.replace(/^CAST\(/, "TRY_CAST("), sum.type);
};

/** avg: DOUBLE, or DECIMAL(p+4,s+4) of decimals. */
export const avgFunction: SpecialFunction = (call, scope) => avgOf(summand(call, scope));

function avgOf(value: TypedSql): TypedSql {
  const { type, sql } = value;
  if (type.kind === "decimal") {
    const result = boundedDecimal(type.precision + 4, type.scale + 4);
    return exactDecimal("sp_decimal_divide", [core(`sum(${sql})`), core(`count(${sql})`)], result);
  }
  if (type.kind === "year-month") {
    return atom(
      `to_months(CAST(sp_round_half_up(${core(`avg(sp_months_of(${sql}))`)}) AS INTEGER))`,
      YEAR_MONTH,
    );
  }
  if (type.kind === "day-time") {
    return atom(
      `to_microseconds(CAST(sp_round_half_up(${core(`avg(sp_micros_of(${sql}))`)}) AS BIGINT))`,
      DAY_TIME,
    );
  }
  return atom(core(`avg(${sql})`), DOUBLE);
}

/** count(*), count(a), count(a, b): rows in which nothing is NULL. */
export const countFunction: SpecialFunction = (call, scope) => {
  const [first] = call.args;
  if (first === undefined)
    throw sqlRuleBroken('count takes "*" or expressions', scope.emitter.place(call.at));
  if (first.kind === "star" && call.args.length === 1 && first.qualifier.length === 0) {
    return atom(core("count(*)"), BIGINT);
  }
  if (first.kind === "star")
    throw scope.emitter.notSupported("count of a relation's star", call.at);
  const args = emitArguments(call, scope, 1, Infinity);
  const only = argumentAt(args, 0);
  if (args.length === 1) return atom(core(`count(${only.sql})`), BIGINT);
  const isWhole = args.map((arg) => `${operand(arg)} IS NOT NULL`).join(" AND ");
  const row = call.distinct ? `row(${args.map((arg) => arg.sql).join(", ")})` : "1";
  return atom(core(`count(CASE WHEN ${isWhole} THEN ${row} END)`), BIGINT);
};

/** first(x[, ignoreNulls]), also with IGNORE NULLS, also over a window. */
function firstOrLast(name: "first" | "last"): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 1, 2);
    const value = argumentAt(args, 0);
    const flag = args[1];
    if (flag !== undefined && flag.literal?.kind !== "boolean")
      throw wrongArgument(call, flag, scope);
    const ignores =
      call.nulls === "ignore" || (flag?.literal?.kind === "boolean" && flag.literal.value);
    if (call.over !== undefined) {
      // IGNORE NULLS of the call itself is added behind the argument by finishAggregate.
      const nulls = ignores && call.nulls !== "ignore" ? " IGNORE NULLS" : "";
      return atom(core(`${name}_value(${value.sql}${nulls})`), value.type);
    }
    const plain = `${name}(${value.sql})`;
    return atom(
      ignores ? filtered(plain, `${operand(value)} IS NOT NULL`) : core(plain),
      value.type,
    );
  };
}

export const firstFunction = firstOrLast("first");
export const lastFunction = firstOrLast("last");

/** collect_list, array_agg: NULLs are left out; no row gives an empty array. */
export const collectFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  return atom(
    `coalesce(${filtered(`list(${value.sql})`, `${operand(value)} IS NOT NULL`)}, [])`,
    arrayOf(value.type),
  );
};

export const collectSetFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  if (value.type.kind === "map") throw wrongArgument(call, value, scope);
  return atom(
    `coalesce(${filtered(`list(DISTINCT ${value.sql})`, `${operand(value)} IS NOT NULL`)}, [])`,
    arrayOf(value.type),
  );
};

function extremeBy(name: "arg_max_null" | "arg_min_null"): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2);
    const value = argumentAt(args, 0);
    return atom(core(`${name}(${value.sql}, ${argumentAt(args, 1).sql})`), value.type);
  };
}

export const maxByFunction = extremeBy("arg_max_null");
export const minByFunction = extremeBy("arg_min_null");

export const modeFunction: SpecialFunction = (call, scope) => {
  if (call.args.length === 2 || call.withinGroup !== undefined) {
    throw scope.emitter.notSupported("mode with an order", call.at);
  }
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  return atom(core(`mode(${value.sql})`), value.type);
};

export const groupingFunction: SpecialFunction = (call, scope) => {
  requireGroupingSets(call, scope);
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  return atom(`CAST(grouping(${value.sql}) AS TINYINT)`, TINYINT);
};

/** grouping_id(): over all grouping columns when none is named. */
export const groupingIdFunction: SpecialFunction = (call, scope) => {
  requireGroupingSets(call, scope);
  const args = emitArguments(call, scope, 0, Infinity).map((arg) => arg.sql);
  const keys = args.length > 0 ? args : (scope.groupKeys ?? []);
  return atom(`CAST(grouping(${keys.join(", ")}) AS BIGINT)`, BIGINT);
};

function requireGroupingSets(call: Call, scope: Scope): void {
  if (scope.hasGroupingSets === true) return;
  const problem = `"${call.name.join(".")}" needs GROUP BY with ROLLUP, CUBE or GROUPING SETS`;
  throw sqlRuleBroken(problem, scope.emitter.place(call.at));
}
