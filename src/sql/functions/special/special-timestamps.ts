import type { Scope } from "../../generator/scope/scope.ts";
import { atom } from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import { DATE, isText, STRING, TIMESTAMP, TIMESTAMP_NTZ } from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";

/** to_date(text, pattern), and to_date(anything) as a cast. */
export const toDateFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 1, 2);
  const value = argumentAt(args, 0);
  if (args.length === 1 || !isText(value.type)) return castArgument(value, DATE, call, scope);
  const pattern = castArgument(argumentAt(args, 1), STRING, call, scope);
  return atom(`CAST(sp_to_timestamp_ntz(${value.sql}, ${pattern.sql}) AS DATE)`, DATE);
};

function toTimestamp(type: SparkType, name: string): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 1, 2);
    const value = argumentAt(args, 0);
    const wanted =
      type.kind === "timestamp" && defaultIsNtz(scope) && call.name.at(-1) !== "to_timestamp_ltz"
        ? TIMESTAMP_NTZ
        : type;
    if (args.length === 1 || !isText(value.type)) return castArgument(value, wanted, call, scope);
    const pattern = castArgument(argumentAt(args, 1), STRING, call, scope);
    const suffix = wanted.kind === "timestamp_ntz" ? "sp_to_timestamp_ntz" : name;
    return atom(`${suffix}(${value.sql}, ${pattern.sql})`, wanted);
  };
}

function defaultIsNtz(scope: Scope): boolean {
  return scope.emitter.catalog.conf("spark.sql.timestampType")?.toUpperCase() === "TIMESTAMP_NTZ";
}

export const toTimestampFunction = toTimestamp(TIMESTAMP, "sp_to_timestamp");

export const toTimestampLtzFunction = toTimestamp(TIMESTAMP, "sp_to_timestamp");

export const toTimestampNtzFunction = toTimestamp(TIMESTAMP_NTZ, "sp_to_timestamp_ntz");

export const tryToTimestampFunction = toTimestamp(TIMESTAMP, "sp_to_timestamp");
