import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import { comparisonType, widerTypeOf } from "../../types/common-type.ts";
import {
  BOOLEAN,
  isDateTime,
  isIntegral,
  isNested,
  isNumeric,
  isText,
  isUnknown,
  sameType,
  STRING,
} from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import type { Operands } from "./emit-arithmetic.ts";
import type { Scope } from "../scope/scope.ts";
import { compound, operand, type TypedSql } from "../scope/typed-sql.ts";

export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=" | "<=>";

/** A comparison after both sides have got a common type. */
export function emitComparison(op: ComparisonOperator, operands: Operands): TypedSql {
  const [left, right] = comparable(op, operands);
  const duckOp = op === "<=>" ? "IS NOT DISTINCT FROM" : op;
  return compound(`${operand(left)} ${duckOp} ${operand(right)}`, BOOLEAN);
}

/** Both sides in the type in which Spark compares them. */
export function comparable(op: string, operands: Operands): readonly [TypedSql, TypedSql] {
  const { left, right, scope, at } = operands;
  const type = comparisonType(left.type, right.type);
  if (type === undefined || type.kind === "map") throw mismatch(op, operands);
  if (type.kind === "unknown") return [left, right];
  return [toCommon(left, type, { scope, at }), toCommon(right, type, { scope, at })];
}

/** No cast where DuckDB compares the two types by value anyway. */
function toCommon(value: TypedSql, type: SparkType, where: { scope: Scope; at: number }): TypedSql {
  const isFree =
    (isNumeric(value.type) && isNumeric(type) && isIntegral(value.type) === isIntegral(type)) ||
    (isIntegral(value.type) && type.kind === "decimal") ||
    (isDateTime(value.type) && sameType(value.type, type)) ||
    value.type.kind === "void" ||
    isUnknown(value.type);
  return isFree && value.type.kind !== "float" ? value : castTo(value, type, where);
}

function mismatch(op: string, { left, right, scope, at }: Operands): Error {
  const types = `${sparkTypeText(left.type)} with ${sparkTypeText(right.type)}`;
  return sqlTypeMismatch(
    `the operator "${op}"`,
    `does not compare ${types}`,
    scope.emitter.place(at),
  );
}

/** The operand and list of an IN in one common type (strings win here, as in Spark's InConversion). */
export function emitInList(
  value: TypedSql,
  list: readonly TypedSql[],
  where: { scope: Scope; at: number },
): readonly string[] {
  const all = [value, ...list];
  const type = widerTypeOf(all.map((each) => each.type));
  if (type === undefined) {
    const types = [...new Set(all.map((each) => sparkTypeText(each.type)))].join(", ");
    throw sqlTypeMismatch(
      'the operator "in"',
      `does not compare ${types}`,
      where.scope.emitter.place(where.at),
    );
  }
  if (type.kind === "unknown") return all.map((each) => each.sql);
  const needsCast = isText(type) || isNested(type) || !all.every((each) => isNumeric(each.type));
  return all.map((each) => (needsCast ? castTo(each, type, where).sql : each.sql));
}

/** A condition: Spark takes booleans only, and strings where a cast makes them one. */
export function asCondition(value: TypedSql, scope: Scope, at: number): TypedSql {
  if (value.type.kind === "boolean" || isUnknown(value.type)) return value;
  if (value.type.kind === "void") return castTo(value, BOOLEAN, { scope, at });
  const problem = `is ${sparkTypeText(value.type)}, where a boolean was expected`;
  throw sqlTypeMismatch(`\`${value.sql}\``, problem, scope.emitter.place(at));
}

export function asString(value: TypedSql, scope: Scope, at: number): TypedSql {
  return castTo(value, STRING, { scope, at });
}
