import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import type { BinaryOperator } from "../../tree/expression.ts";
import { widerType } from "../../types/common-type.ts";
import { decimalFor, decimalResult, type DecimalType } from "../../types/decimal-types.ts";
import { duckType } from "../../types/duck-type.ts";
import {
  BIGINT,
  decimal,
  DOUBLE,
  isDateTime,
  isFractional,
  isIntegral,
  isInterval,
  isNumeric,
  isText,
  isUnknown,
  sameType,
} from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { emitDateArithmetic } from "./emit-date-arithmetic.ts";
import { divideWholeNumbers, emitWholeNumbers, type Overflow } from "./emit-whole-numbers.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

export type ArithmeticOperator = Extract<BinaryOperator, "+" | "-" | "*" | "/" | "%" | "div">;

export interface Operands {
  readonly left: TypedSql;
  readonly right: TypedSql;
  readonly scope: Scope;
  readonly at: number;
  /** Of whole numbers; they wrap where nothing is said. */
  readonly overflow?: Overflow;
}

/** `+ - * / % div` with Spark's coercion and result types. */
export function emitArithmetic(op: ArithmeticOperator, operands: Operands): TypedSql {
  const { left, right } = operands;
  const isMoment = (type: SparkType): boolean => isDateTime(type) || isInterval(type);
  if (isMoment(left.type) || isMoment(right.type)) {
    const moment = emitDateArithmetic(op, operands);
    if (moment === undefined) throw mismatch(op, operands);
    return moment;
  }
  if (isUnknown(left.type) || isUnknown(right.type)) return emitUntyped(op, operands);
  return emitNumeric(op, promoteStrings(operands));
}

function mismatch(op: string, { left, right, scope, at }: Operands): Error {
  const types = `${sparkTypeText(left.type)} and ${sparkTypeText(right.type)}`;
  return sqlTypeMismatch(`the operator "${op}"`, `does not take ${types}`, scope.emitter.place(at));
}

/** A string beside a number counts as a double; NULL takes the other side's type. */
function promoteStrings(operands: Operands): Operands {
  const { scope, at } = operands;
  const promote = (value: TypedSql, other: TypedSql): TypedSql => {
    if (isText(value.type)) return castTo(value, DOUBLE, { scope, at });
    if (value.type.kind !== "void") return value;
    return castTo(value, isNumeric(other.type) ? other.type : DOUBLE, { scope, at });
  };
  return {
    ...operands,
    left: promote(operands.left, operands.right),
    right: promote(operands.right, operands.left),
  };
}

function emitNumeric(op: ArithmeticOperator, operands: Operands): TypedSql {
  const { left, right } = operands;
  if (!isNumeric(left.type) || !isNumeric(right.type)) throw mismatch(op, operands);
  if (op === "div") return emitDiv(operands);
  const decimals = decimalsOf(operands);
  if (decimals !== undefined) return emitDecimal(op, decimals);
  if (op === "/") return compound(`${asDouble(left)} / ${asDouble(right)}`, DOUBLE);
  const type = widerType(left.type, right.type) ?? DOUBLE;
  if (isIntegral(type))
    return emitWholeNumbers(op, { left, right, type, overflow: operands.overflow ?? "wrap" });
  const leftSql = operand(widen(left, type, right, operands));
  const rightSql = operand(widen(right, type, left, operands));
  return compound(`${leftSql} ${op} ${rightSql}`, type);
}

/** DuckDB divides two whole numbers as doubles by itself; FLOAT would stay FLOAT. */
function asDouble(value: TypedSql): string {
  return value.type.kind === "float" ? `CAST(${value.sql} AS DOUBLE)` : operand(value);
}

/** The operand in the result's type, unless DuckDB gets there by itself. */
function widen(value: TypedSql, type: SparkType, other: TypedSql, operands: Operands): TypedSql {
  if (sameType(value.type, type)) return value;
  const otherIsPlain = sameType(other.type, type) && other.literal === undefined;
  const isNatural = otherIsPlain && isIntegral(value.type) === isIntegral(type);
  if (isNatural || (otherIsPlain && type.kind === "double")) return value;
  return castTo(value, type, { scope: operands.scope, at: operands.at });
}

interface Decimals {
  readonly left: TypedSql;
  readonly right: TypedSql;
  readonly a: DecimalType;
  readonly b: DecimalType;
}

/** Both sides as decimals where one is a decimal and none is a float. */
function decimalsOf({ left, right }: Operands): Decimals | undefined {
  if (left.type.kind !== "decimal" && right.type.kind !== "decimal") return undefined;
  if (isFractional(left.type) || isFractional(right.type)) return undefined;
  const a = decimalOf(left);
  const b = decimalOf(right);
  return a === undefined || b === undefined ? undefined : { left, right, a, b };
}

/** A whole-number literal needs only its digits (DecimalPrecision's rule for literals). */
function decimalOf(value: TypedSql): DecimalType | undefined {
  if (value.literal?.kind === "number" && isIntegral(value.type)) {
    const digits = value.literal.text.replace(/^-?0*/, "").length;
    return { kind: "decimal", precision: Math.max(digits, 1), scale: 0 };
  }
  return decimalFor(value.type);
}

function emitDecimal(op: "+" | "-" | "*" | "/" | "%", decimals: Decimals): TypedSql {
  const { a, b } = decimals;
  const type = decimalResult(op, a, b);
  const left = decimalOperand(decimals.left, a);
  const right = decimalOperand(decimals.right, b);
  switch (op) {
    case "/":
      return divideDecimals(left, right, { a, b, type });
    case "%":
      return atom(`TRY_CAST(${left} % ${right} AS ${duckType(type)})`, type);
    case "*": {
      if (a.precision + b.precision > 38) {
        return exactDecimal("sp_decimal_multiply", [left, right], type);
      }
      return atom(`CAST(${widened(left, a, b, type)} * ${right} AS ${duckType(type)})`, type);
    }
    default: {
      const wide = widened(left, a, b, type);
      const isExact = wide === left && type.kind === "decimal" && type.precision < 38;
      const sum = `${wide} ${op} ${right}`;
      if (type.kind === "decimal" && type.precision === 38)
        return guardedSum(sum, [left, op, right], type);
      return isExact ? compound(sum, type) : atom(`CAST(${sum} AS ${duckType(type)})`, type);
    }
  }
}

/** A sum that may leave 38 digits is NULL then: the same sum in doubles tells beforehand. */
function guardedSum(
  sum: string,
  [left, op, right]: readonly [string, string, string],
  type: DecimalType,
): TypedSql {
  const inDoubles = `CAST(${left} AS DOUBLE) ${op} CAST(${right} AS DOUBLE)`;
  const guard = `abs(${inDoubles}) < 1e${type.precision - type.scale}`;
  return atom(`CASE WHEN ${guard} THEN CAST(${sum} AS ${duckType(type)}) END`, type);
}

function decimalOperand(value: TypedSql, type: DecimalType): string {
  return value.type.kind === "decimal" ? operand(value) : `CAST(${value.sql} AS ${duckType(type)})`;
}

/** DuckDB keeps results of small decimals in 18 digits: a wider operand avoids the overflow. */
function widened(sql: string, a: DecimalType, b: DecimalType, type: SparkType): string {
  const isSmall = a.precision <= 18 && b.precision <= 18;
  const isBigResult = type.kind === "decimal" && type.precision > 18;
  return isSmall && isBigResult ? `CAST(${sql} AS DECIMAL(19, ${a.scale}))` : sql;
}

interface Division {
  readonly a: DecimalType;
  readonly b: DecimalType;
  readonly type: SparkType;
}

/** Exact where the scaled numerator fits in 128 bits, else by the prelude's big numbers. */
function divideDecimals(left: string, right: string, { a, b, type }: Division): TypedSql {
  if (type.kind !== "decimal") return exactDecimal("sp_decimal_divide", [left, right], type);
  const fits =
    a.precision + a.scale < 38 &&
    b.precision + b.scale < 38 &&
    a.precision + b.scale + type.scale < 38;
  if (!fits) return exactDecimal("sp_decimal_divide", [left, right], type);
  const shift = type.scale + b.scale;
  const numerator = `sp_unscaled(${left}, ${a.scale}) * ${power(shift - a.scale)}`;
  const quotient = `sp_divide_half_up(${numerator}, sp_unscaled(${right}, ${b.scale}))`;
  return atom(`CAST(sp_rescaled_${type.scale}(${quotient}) AS ${duckType(type)})`, type);
}

function power(exponent: number): string {
  return `CAST(1${"0".repeat(exponent)} AS HUGEINT)`;
}

/** A prelude function over the operands' text: it answers in text, NULL on overflow. */
export function exactDecimal(name: string, operands: readonly string[], type: SparkType): TypedSql {
  const texts = operands.map((each) => `CAST(${each} AS VARCHAR)`);
  const shape = type.kind === "decimal" ? `${type.precision}, ${type.scale}` : "38, 6";
  return atom(`CAST(${name}(${texts.join(", ")}, ${shape}) AS ${duckType(type)})`, type);
}

/** `a div b`: a bigint; intervals divide too (emitDateArithmetic). */
function emitDiv(operands: Operands): TypedSql {
  const { left, right } = operands;
  const isWhole = isIntegral(left.type) && isIntegral(right.type);
  if (isWhole) return divideWholeNumbers(left, right, BIGINT);
  if (isFractional(left.type) || isFractional(right.type)) throw mismatch("div", operands);
  const l = `CAST(${operand(left)} AS DECIMAL(38, ${scaleOf(left)}))`;
  const r = `CAST(${operand(right)} AS DECIMAL(38, ${scaleOf(right)}))`;
  const quotient = exactDecimal("sp_decimal_divide", [`(${l} - ${l} % ${r})`, r], decimal(38, 0));
  return atom(`TRY_CAST(${quotient.sql} AS BIGINT)`, BIGINT);
}

function scaleOf(value: TypedSql): number {
  return value.type.kind === "decimal" ? value.type.scale : 0;
}

/** Nothing is known of an operand: the prelude decides by the engine's types. */
function emitUntyped(op: ArithmeticOperator, { left, right }: Operands): TypedSql {
  const type: SparkType = { kind: "unknown" };
  if (op === "div") return atom(`CAST(${operand(left)} // ${operand(right)} AS BIGINT)`, BIGINT);
  return compound(`${operand(left)} ${op} ${operand(right)}`, op === "/" ? DOUBLE : type);
}
