import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { requireWholePartition } from "../../generator/call/emit-window.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { isOn } from "../../generator/scope/session-conf.ts";
import { atom, type TypedSql } from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import {
  arrayOf,
  BIGINT,
  DAY_TIME,
  DOUBLE,
  isNumeric,
  YEAR_MONTH,
} from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments } from "../call-arguments.ts";
import { core } from "../aggregate-marks.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

/** percentile(x, p): exact, between values; an array of p gives an array. */
export const percentileFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, 3);
  if (args.length === 3) return percentileWithFrequency(args, call, scope);
  return percentileOf(
    "quantile_cont",
    measured(argumentAt(args, 0), call, scope),
    argumentAt(args, 1),
  );
};

function percentileWithFrequency(args: readonly TypedSql[], call: Call, scope: Scope): TypedSql {
  const { wrap, type, value } = measured(argumentAt(args, 0), call, scope);
  const points = argumentAt(args, 1);
  const count = castArgument(argumentAt(args, 2), BIGINT, call, scope);
  const list = core(`list(${value})`);
  const counts = core(`list(${count.sql})`);
  if (points.type.kind === "array")
    throw scope.emitter.notSupported("percentile of an array with frequencies", call.at);
  return atom(
    wrap(`sp_weighted_percentile(${list}, ${counts}, CAST(${points.sql} AS DOUBLE))`),
    type,
  );
}

interface Measured {
  readonly value: string;
  readonly wrap: (sql: string) => string;
  readonly type: SparkType;
}

/** Numbers as doubles; intervals as months or microseconds, and back. */
function measured(value: TypedSql, call: Call, scope: Scope): Measured {
  if (value.type.kind === "year-month") {
    return {
      value: `sp_months_of(${value.sql})`,
      wrap: (sql) => `to_months(CAST(trunc(${sql}) AS INTEGER))`,
      type: YEAR_MONTH,
    };
  }
  if (value.type.kind === "day-time") {
    return {
      value: `sp_micros_of(${value.sql})`,
      wrap: (sql) => `to_microseconds(CAST(trunc(${sql}) AS BIGINT))`,
      type: DAY_TIME,
    };
  }
  return { value: castArgument(value, DOUBLE, call, scope).sql, wrap: (sql) => sql, type: DOUBLE };
}

function percentileOf(name: string, measure: Measured, points: TypedSql): TypedSql {
  return wrapPercentile(core(`${name}(${measure.value}, ${points.sql})`), measure, points);
}

function wrapPercentile(sql: string, { wrap, type }: Measured, points: TypedSql): TypedSql {
  if (points.type.kind !== "array") return atom(wrap(sql), type);
  const isPlain = type.kind === "double";
  return atom(isPlain ? sql : `list_transform(${sql}, lambda p: ${wrap("p")})`, arrayOf(type));
}

/** approx_percentile(x, p[, accuracy]): a value that is there, in x's own type. */
export const percentileApproxFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, 3);
  const value = argumentAt(args, 0);
  const own =
    isNumeric(value.type) || value.type.kind !== "string"
      ? value
      : castArgument(value, DOUBLE, call, scope);
  const points = argumentAt(args, 1);
  const sql = core(`quantile_disc(${own.sql}, ${points.sql})`);
  return atom(sql, points.type.kind === "array" ? arrayOf(own.type) : own.type);
};

function withinGroup(name: "percentile_cont" | "percentile_disc"): SpecialFunction {
  return (call, scope) => {
    const [item] = call.withinGroup ?? [];
    if (item === undefined) {
      const problem = `"${call.name.join(".")}" needs WITHIN GROUP (ORDER BY ...)`;
      throw sqlRuleBroken(problem, scope.emitter.place(call.at));
    }
    requireWholePartition(call, scope, call.at);
    const points = argumentAt(emitArguments(call, scope, 1), 0);
    const measure = measured(scope.emitter.emitExpression(item.expression, scope), call, scope);
    const direction = item.descending ? " DESC" : "";
    if (name === "percentile_disc" && isOn(scope, "spark.sql.legacy.percentileDiscCalculation")) {
      const list = core(`list(${measure.value} ORDER BY ${measure.value}${direction})`);
      return atom(measure.wrap(`sp_percentile_disc_legacy(${list}, ${points.sql})`), measure.type);
    }
    if (call.over !== undefined) {
      // DuckDB takes no WITHIN GROUP over a window; a negative share counts from the other end.
      const share = item.descending ? `-(${points.sql})` : points.sql;
      const quantile = name === "percentile_cont" ? "quantile_cont" : "quantile_disc";
      return wrapPercentile(core(`${quantile}(${measure.value}, ${share})`), measure, points);
    }
    const sql = core(`${name}(${points.sql}) WITHIN GROUP (ORDER BY ${measure.value}${direction})`);
    return wrapPercentile(sql, measure, points);
  };
}

export const percentileContFunction = withinGroup("percentile_cont");
export const percentileDiscFunction = withinGroup("percentile_disc");

export const medianFunction: SpecialFunction = (call, scope) => {
  requireWholePartition(call, scope, call.at);
  const value = measured(argumentAt(emitArguments(call, scope, 1), 0), call, scope);
  return percentileOf("quantile_cont", value, atom("0.5", DOUBLE));
};
