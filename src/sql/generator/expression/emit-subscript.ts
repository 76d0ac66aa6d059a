import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { quoteString } from "../../quote-name.ts";
import { sparkTypeText } from "../../spark-type.ts";
import type { Expression } from "../../tree/expression.ts";
import { arrayOf, INT, isIntegral, UNKNOWN } from "../../types/spark-types.ts";
import { accessField } from "../scope/access-field.ts";
import { castTo } from "../cast/cast.ts";
import type { Scope } from "../scope/scope.ts";
import {
  atom,
  integerLiteralOf,
  operand,
  stringLiteralOf,
  type TypedSql,
} from "../scope/typed-sql.ts";

/** `value[index]`: an array's element from 0, a map's value, a struct's field. */
export function emitSubscript(
  node: Extract<Expression, { kind: "subscript" }>,
  scope: Scope,
): TypedSql {
  const value = scope.emitter.emitExpression(node.operand, scope);
  const index = scope.emitter.emitExpression(node.index, scope);
  const { at } = node;
  switch (value.type.kind) {
    case "array": {
      const field = stringLiteralOf(index);
      if (field !== undefined && value.type.element.kind === "struct")
        return accessField(value, field, scope, at);
      if (!isIntegral(index.type) && index.type.kind !== "void") break;
      return atom(elementAt(value, castTo(index, INT, { scope, at })), value.type.element);
    }
    case "map": {
      const key = castTo(index, value.type.key, { scope, at });
      return atom(`map_extract_value(${value.sql}, ${key.sql})`, value.type.value);
    }
    case "struct": {
      const field = stringLiteralOf(index);
      if (field === undefined) break;
      return accessField(value, field, scope, at);
    }
    case "unknown": {
      const key = stringLiteralOf(index);
      if (key !== undefined) return atom(`${operand(value)}[${quoteString(key)}]`, UNKNOWN);
      return atom(elementAt({ ...value, type: arrayOf(UNKNOWN) }, index), UNKNOWN);
    }
    default:
      break;
  }
  const problem = `cannot be taken from ${sparkTypeText(value.type)}`;
  throw sqlTypeMismatch(`the element \`${index.sql}\``, problem, scope.emitter.place(at));
}

/** DuckDB counts from 1, and from the end below 0: Spark gives NULL for a negative index. */
function elementAt(value: TypedSql, index: TypedSql): string {
  const literal = integerLiteralOf(index);
  if (literal !== undefined && literal >= 0) return `${operand(value)}[${literal + 1}]`;
  return `list_extract(${value.sql}, CASE WHEN ${operand(index)} >= 0 THEN ${operand(index)} + 1 END)`;
}
