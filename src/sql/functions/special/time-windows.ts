import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { castTo } from "../../generator/cast/cast.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { atom, operand, stringLiteralOf, type TypedSql } from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import { readIntervalText } from "../../types/interval-text.ts";
import { TIMESTAMP } from "../../types/spark-types.ts";
import { argumentAt, emitArguments, wrongArgument } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

const MICROS_PER_DAY = 86_400_000_000n;

export interface TimeWindows {
  /** Gives one row with one column per window. */
  readonly query: string;
  readonly type: SparkType;
}

/** The windows of `window(time, duration[, slide[, start]])` that a time lies in; none for NULL. */
export function timeWindows(call: Call, scope: Scope): TimeWindows {
  const args = emitArguments(call, scope, 2, 4);
  const time = momentOf(argumentAt(args, 0), call, scope);
  const micros = args.slice(1).map((arg) => microsOf(arg, call, scope));
  const [duration = 0n, slide = duration, start = 0n] = micros;
  if (slide <= 0n || slide > duration || start >= slide || start <= -slide) {
    const problem = "a window must be as long as its slide at least, and start within it";
    throw sqlRuleBroken(problem, scope.emitter.place(call.at));
  }
  const parts = [operand(time), `${slide}::BIGINT`, `${start}::BIGINT`].join(", ");
  const begin = `sp_time_window_begin(${parts}) - i * ${slide}::BIGINT`;
  const window = `sp_time_window_${time.type.kind}(${begin}, ${duration}::BIGINT)`;
  const count = (duration + slide - 1n) / slide;
  const windows = `SELECT ${window} AS w FROM range(0, ${count}) AS r(i)`;
  return {
    query: `SELECT w AS "window" FROM (${windows}) WHERE w."end" > ${operand(time)}`,
    type: windowOf(time.type),
  };
}

function windowOf(moment: SparkType): SparkType {
  const fields = ["start", "end"].map((name) => ({ name, type: moment }));
  return { kind: "struct", fields };
}

/** window_time(window): the last moment in the window. */
export const windowTimeFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  const end = value.type.kind === "struct" ? value.type.fields[1] : undefined;
  if (end?.name !== "end") throw wrongArgument(call, value, scope);
  return atom(`(struct_extract(${value.sql}, 'end') - to_microseconds(1))`, end.type);
};

function momentOf(value: TypedSql, call: Call, scope: Scope): TypedSql {
  const { kind } = value.type;
  if (kind === "timestamp" || kind === "timestamp_ntz") return value;
  if (kind === "date" || kind === "string") return castTo(value, TIMESTAMP, { scope, at: call.at });
  throw wrongArgument(call, value, scope);
}

function microsOf(value: TypedSql, call: Call, scope: Scope): bigint {
  const text = stringLiteralOf(value);
  const interval = text === undefined ? undefined : readIntervalText(text, true);
  if (interval?.months !== 0n) throw wrongArgument(call, value, scope);
  return interval.days * MICROS_PER_DAY + interval.micros;
}
