import type { SparkType } from "../../spark-type.ts";
import { duckType } from "../../types/duck-type.ts";
import { atom, compound, integerLiteralOf, operand, type TypedSql } from "../scope/typed-sql.ts";

/** What becomes of a result that leaves its type: it wraps around (Spark without ANSI), or is NULL (`try_add`). */
export type Overflow = "wrap" | "null";

export interface WholeNumbers {
  readonly left: TypedSql;
  readonly right: TypedSql;
  readonly type: SparkType;
  readonly overflow: Overflow;
}

/** `+ - * %` of two whole numbers, computed in a type where nothing overflows. */
export function emitWholeNumbers(op: "+" | "-" | "*" | "%", numbers: WholeNumbers): TypedSql {
  const { left, right, type, overflow } = numbers;
  if (op === "%" ? isHarmlessDivisor(right) : isSmallSum(left, right))
    return compound(`${operand(left)} ${op} ${operand(right)}`, type);
  const exact = `CAST(${left.sql} AS ${exactType(type)}) ${op} ${operand(right)}`;
  return overflow === "null"
    ? atom(`TRY_CAST(${exact} AS ${duckType(type)})`, type)
    : wrapped(exact, type);
}

/** `-x`: the smallest number has no counterpart and stays itself. */
export function negateWholeNumber(value: TypedSql): TypedSql {
  if (hasCounterpart(value)) return compound(`-${operand(value)}`, value.type);
  return wrapped(`-CAST(${value.sql} AS ${exactType(value.type)})`, value.type);
}

/** `abs(x)`: here too, the smallest number stays itself. */
export function absoluteWholeNumber(value: TypedSql): TypedSql {
  if (hasCounterpart(value)) return atom(`abs(${value.sql})`, value.type);
  return wrapped(`abs(CAST(${value.sql} AS ${exactType(value.type)}))`, value.type);
}

/** `a div b` as a bigint. */
export function divideWholeNumbers(left: TypedSql, right: TypedSql, type: SparkType): TypedSql {
  if (isHarmlessDivisor(right))
    return atom(`CAST(${operand(left)} // ${operand(right)} AS BIGINT)`, type);
  return wrapped(`CAST(${left.sql} AS HUGEINT) // ${operand(right)}`, type);
}

/** A number of the wider type with the bits above the narrower one cut off. */
export function wrapped(exact: string, type: SparkType): TypedSql {
  return atom(`sp_${exactType(type).toLowerCase()}_to_${type.kind}(${exact})`, type);
}

function exactType(type: SparkType): "BIGINT" | "HUGEINT" {
  return type.kind === "bigint" ? "HUGEINT" : "BIGINT";
}

/** True for a literal that is surely not the smallest number of its type. */
function hasCounterpart(value: TypedSql): boolean {
  const literal = integerLiteralOf(value);
  return literal !== undefined && (literal >= 0 || Math.abs(literal) < SMALL) && isWide(value.type);
}

/** Only -1 makes a quotient too big. */
function isHarmlessDivisor(divisor: TypedSql): boolean {
  const value = integerLiteralOf(divisor);
  return value !== undefined && value !== -1;
}

const SMALL = 2 ** 14;

function isSmallSum(left: TypedSql, right: TypedSql): boolean {
  return [left, right].every((each) => {
    const value = integerLiteralOf(each);
    return value !== undefined && Math.abs(value) < SMALL && isWide(each.type);
  });
}

/** DuckDB's own literals are as wide; a byte's or short's would not hold the result. */
function isWide(type: SparkType): boolean {
  return type.kind === "int" || type.kind === "bigint";
}
