import type { LikeExpression } from "../../tree/expression.ts";
import { quoteString } from "../../quote-name.ts";
import { BOOLEAN } from "../../types/spark-types.ts";
import { asString } from "./emit-comparison.ts";
import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, stringLiteralOf, type TypedSql } from "../scope/typed-sql.ts";

/** LIKE, ILIKE, RLIKE, each with one pattern or ALL / ANY of several. */
export function emitLike(node: LikeExpression, scope: Scope, at: number): TypedSql {
  const value = asString(scope.emitter.emitExpression(node.operand, scope), scope, at);
  const tests = node.patterns.map((each) => {
    const pattern = asString(scope.emitter.emitExpression(each, scope), scope, each.at);
    const test =
      node.op === "rlike" ? rlike(value, pattern) : like(node, value, pattern, { scope, at });
    // NOT LIKE ALL negates each pattern, not the whole.
    return node.not ? `NOT ${operand(test)}` : operand(test);
  });
  const joiner = node.quantifier === "all" ? " AND " : " OR ";
  return compound(tests.join(joiner), BOOLEAN);
}

function rlike(value: TypedSql, pattern: TypedSql): TypedSql {
  return atom(`sp_rlike(${value.sql}, ${pattern.sql})`, BOOLEAN);
}

interface Where {
  readonly scope: Scope;
  readonly at: number;
}

/** After the escape character, only itself, `_` and `%` may stand. */
function checkEscapes(pattern: string, escape: string, { scope, at }: Where): void {
  for (
    let index = pattern.indexOf(escape);
    index >= 0;
    index = pattern.indexOf(escape, index + 2)
  ) {
    const next = pattern[index + 1];
    if (next === "_" || next === "%" || next === escape) continue;
    const problem = next === undefined ? "ends with the escape character" : `escapes "${next}"`;
    throw sqlRuleBroken(`the pattern '${pattern}' ${problem}`, scope.emitter.place(at));
  }
}

function like(node: LikeExpression, value: TypedSql, pattern: TypedSql, where: Where): TypedSql {
  const escape = node.escape ?? "\\";
  const literal = stringLiteralOf(pattern);
  if (literal !== undefined) checkEscapes(literal, escape, where);
  const word = node.op === "ilike" ? "ILIKE" : "LIKE";
  const needsEscape = literal?.includes(escape) ?? true;
  const tail = needsEscape ? ` ESCAPE ${quoteString(escape)}` : "";
  return compound(`${operand(value)} ${word} ${operand(pattern)}${tail}`, BOOLEAN);
}
