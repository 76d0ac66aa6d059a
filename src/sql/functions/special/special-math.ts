import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import {
  emitArithmetic,
  type ArithmeticOperator,
} from "../../generator/expression/emit-arithmetic.ts";
import { emitSign } from "../../generator/expression/emit-sign.ts";
import { absoluteWholeNumber } from "../../generator/expression/emit-whole-numbers.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { atom, integerLiteralOf, operand, type TypedSql } from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import { decimalFor } from "../../types/decimal-types.ts";
import { duckType } from "../../types/duck-type.ts";
import {
  BIGINT,
  decimal,
  DOUBLE,
  isAnsiInterval,
  isFractional,
  isInterval,
  isIntegral,
  isNumeric,
  isUnknown,
} from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments, wrongArgument } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

/** abs of a number, or of an ANSI interval. */
export const absFunction: SpecialFunction = (call, scope) => {
  const [value] = numericArguments(call, scope, 1);
  const first = value ?? argumentAt([], 0);
  if (isAnsiInterval(first.type)) return atom(`sp_abs_interval(${first.sql})`, first.type);
  if (isIntegral(first.type)) return absoluteWholeNumber(first);
  return atom(`abs(${first.sql})`, first.type);
};

/** negative(x), as `-x`. */
export const negativeFunction: SpecialFunction = (call, scope) => {
  const value = emitSign("-", argumentAt(emitArguments(call, scope, 1), 0), scope, call.at);
  return { ...value, sql: operand(value), atomic: true };
};

/** Numbers as they are, strings and NULL as doubles, ANSI intervals as they are. */
function numericArguments(call: Call, scope: Scope, count: number): readonly TypedSql[] {
  return emitArguments(call, scope, count).map((value) => {
    if (isNumeric(value.type) || isInterval(value.type) || isUnknown(value.type)) return value;
    if (value.type.kind === "string" || value.type.kind === "void")
      return castArgument(value, DOUBLE, call, scope);
    throw wrongArgument(call, value, scope);
  });
}

type Rounding = "ceil" | "floor";

/** ceil and floor: BIGINT from double, a decimal of scale 0 from a decimal; with a scale, a decimal. */
function ceilOrFloor(name: Rounding): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 1, 2);
    if (args.length === 2) return roundToScale(name, args, call, scope);
    const value = toNumber(argumentAt(args, 0), call, scope);
    if (value.type.kind === "decimal") {
      const { precision, scale } = value.type;
      if (scale === 0) return value;
      const type = decimal(Math.min(precision - scale + 1, 38), 0);
      return atom(`CAST(${name}(${value.sql}) AS ${duckType(type)})`, type);
    }
    if (isIntegral(value.type)) return castArgument(value, BIGINT, call, scope);
    return atom(`sp_double_to_bigint(${name}(${value.sql}))`, BIGINT);
  };
}

export const ceilFunction = ceilOrFloor("ceil");
export const floorFunction = ceilOrFloor("floor");

function toNumber(value: TypedSql, call: Call, scope: Scope): TypedSql {
  if (isNumeric(value.type)) return value;
  if (isUnknown(value.type) || value.type.kind === "string" || value.type.kind === "void")
    return castArgument(value, DOUBLE, call, scope);
  throw wrongArgument(call, value, scope);
}

/** round(x, n) rounds halves away from zero, bround to even. */
function rounding(name: "round" | "bround"): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 1, 2);
    return roundToScale(name, args, call, scope);
  };
}

export const roundFunction = rounding("round");
export const broundFunction = rounding("bround");

type AnyRounding = Rounding | "round" | "bround";

/** The prelude's divisions of whole numbers, by how they round. */
const DIVISIONS: Readonly<Record<AnyRounding, string>> = {
  round: "sp_divide_half_up",
  bround: "sp_divide_half_even",
  floor: "sp_divide_floor",
  ceil: "sp_divide_ceil",
};

function roundToScale(
  name: AnyRounding,
  args: readonly TypedSql[],
  call: Call,
  scope: Scope,
): TypedSql {
  const value = toNumber(argumentAt(args, 0), call, scope);
  const digits = args.length < 2 ? 0 : integerLiteralOf(argumentAt(args, 1));
  if (digits === undefined) {
    const what = `the scale of "${name}"`;
    const problem = "must be a whole-number literal";
    throw sqlTypeMismatch(what, problem, scope.emitter.place(call.at));
  }
  const isCeilOrFloor = name === "ceil" || name === "floor";
  if (isFractional(value.type)) return roundDouble(name, value, digits);
  if (isIntegral(value.type) && !isCeilOrFloor) return roundInteger(name, value, digits);
  return roundDecimal(name, value, digits);
}

function roundDouble(name: AnyRounding, value: TypedSql, digits: number): TypedSql {
  const sql = `sp_${name}_double(${value.sql}, ${digits})`;
  return atom(value.type.kind === "float" ? `CAST(${sql} AS FLOAT)` : sql, value.type);
}

/** round(127y, -1) is 130, which wraps as Java's narrowing does. */
function roundInteger(name: AnyRounding, value: TypedSql, digits: number): TypedSql {
  if (digits >= 0) return value;
  if (digits < -18)
    return atom(`CAST(0 * ${operand(value)} AS ${duckType(value.type)})`, value.type);
  const power = `CAST(1${"0".repeat(-digits)} AS HUGEINT)`;
  const quotient = `${DIVISIONS[name]}(CAST(${value.sql} AS HUGEINT), ${power})`;
  return atom(`sp_hugeint_to_${value.type.kind}(${quotient} * ${power})`, value.type);
}

/** Rounds the digits as one whole number, so that nothing passes through a double. */
function roundDecimal(name: AnyRounding, value: TypedSql, digits: number): TypedSql {
  const from = decimalFor(value.type) ?? { kind: "decimal", precision: 20, scale: 0 };
  const type = roundedDecimal(from, digits);
  if (digits >= from.scale) return atom(`CAST(${value.sql} AS ${duckType(type)})`, type);
  const isWide = from.precision + from.scale > 38;
  if (isWide && (name === "round" || digits === 0)) {
    const plain = name === "round" ? `round(${value.sql}, ${digits})` : `${name}(${value.sql})`;
    return atom(`CAST(${plain} AS ${duckType(type)})`, type);
  }
  const dropped = `CAST(1${"0".repeat(from.scale - digits)} AS HUGEINT)`;
  const quotient = `${DIVISIONS[name]}(sp_unscaled(CAST(${value.sql} AS ${duckType(from)}), ${from.scale}), ${dropped})`;
  const back =
    digits >= 0
      ? `sp_rescaled_${digits}(${quotient})`
      : `${quotient} * CAST(1${"0".repeat(-digits)} AS HUGEINT)`;
  return atom(`CAST(${back} AS ${duckType(type)})`, type);
}

/** RoundBase.dataType */
function roundedDecimal(
  from: { readonly precision: number; readonly scale: number },
  digits: number,
): SparkType {
  const integral = from.precision - from.scale + 1;
  if (digits < 0) return decimal(Math.min(Math.max(integral, 1 - digits), 38), 0);
  const scale = Math.min(from.scale, digits);
  return decimal(Math.min(integral + scale, 38), scale);
}

/** An operator as a function: mod(a, b), div(a, b). */
function operatorFunction(op: ArithmeticOperator): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2);
    const value = emitArithmetic(op, {
      left: argumentAt(args, 0),
      right: argumentAt(args, 1),
      scope,
      at: call.at,
    });
    return { ...value, sql: operand(value), atomic: true };
  };
}

export const modFunction = operatorFunction("%");
export const divFunction = operatorFunction("div");

/** pmod(a, b): the remainder with the divisor's sign. */
export const pmodFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const left = argumentAt(args, 0);
  const right = argumentAt(args, 1);
  const rest = emitArithmetic("%", { left, right, scope, at: call.at });
  const { type } = rest;
  const a = castArgument(toNumber(left, call, scope), type, call, scope);
  const b = castArgument(toNumber(right, call, scope), type, call, scope);
  return atom(`CAST(sp_pmod(${a.sql}, ${b.sql}) AS ${duckType(type)})`, type);
};

/** try_add and the like: NULL where the operator would overflow. */
export function tryArithmetic(op: ArithmeticOperator): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2);
    const left = argumentAt(args, 0);
    const right = argumentAt(args, 1);
    const value = emitArithmetic(op, { left, right, scope, at: call.at, overflow: "null" });
    if (op === "/" && isInterval(left.type))
      return atom(`CASE WHEN ${operand(right)} <> 0 THEN ${operand(value)} END`, value.type);
    return atom(`TRY(${value.sql})`, value.type);
  };
}

export const widthBucketFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 4);
  const [value, low, high, count] = args;
  if (value === undefined || low === undefined || high === undefined || count === undefined)
    return argumentAt(args, 0);
  const isOf = (kind: SparkType["kind"]): boolean => value.type.kind === kind;
  const measure = isOf("year-month")
    ? "sp_months_of"
    : isOf("day-time")
      ? "sp_micros_of"
      : undefined;
  const number = (each: TypedSql): string =>
    measure === undefined
      ? castArgument(each, DOUBLE, call, scope).sql
      : `CAST(${measure}(${each.sql}) AS DOUBLE)`;
  const buckets = castArgument(count, BIGINT, call, scope).sql;
  return atom(
    `sp_width_bucket(${number(value)}, ${number(low)}, ${number(high)}, ${buckets})`,
    BIGINT,
  );
};
