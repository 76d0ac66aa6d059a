import { findFunction } from "../../functions/find-function.ts";
import type { Expression } from "../../tree/expression.ts";
import { childrenOf } from "../../tree/children-of.ts";

/** True when an aggregate (not over a window) is somewhere in the expression, outside of subqueries. */
export function hasAggregate(node: Expression): boolean {
  if (
    node.kind === "call" &&
    node.over === undefined &&
    findFunction(node.name.at(-1) ?? "")?.kind === "aggregate"
  ) {
    return true;
  }
  return childrenOf(node).some(hasAggregate);
}
