import type { Expression } from "../../tree/expression.ts";
import { BOOLEAN } from "../../types/spark-types.ts";
import type { Scope } from "../scope/scope.ts";
import { compound, operand, type TypedSql } from "../scope/typed-sql.ts";
import { asCondition } from "./emit-comparison.ts";
import { emitInQuery } from "./emit-subquery.ts";

/**
 * A condition of WHERE, HAVING or ON, where NULL counts as false: IN with a query stays plain there, so
 * that the engine can make a semi join of it.
 */
export function emitFilter(node: Expression, scope: Scope): TypedSql {
  if (node.kind === "operation" && node.op === "and") {
    const terms = [node.left, node.right].map((each) => operand(emitFilter(each, scope)));
    return compound(terms.join(" AND "), BOOLEAN);
  }
  if (node.kind === "in-query") return emitInQuery(node, scope, "filter");
  return asCondition(scope.emitter.emitExpression(node, scope), scope, node.at);
}
