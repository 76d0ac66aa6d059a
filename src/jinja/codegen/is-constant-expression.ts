import type { AnyNode } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import type { Names } from "../render-context.ts";
import { childrenOf } from "../walk-nodes.ts";

/** Whether Jinja would evaluate an expression while compiling: literals and operations on them. */
export function isConstantExpression(node: Expression, names: Names): boolean {
  return constant(node, names);
}

function constant(node: AnyNode, names: Names): boolean {
  if (node.kind === "name" || node.kind === "call") return false;
  if (node.kind === "filter") {
    const filter = names.filters.get(node.name);
    if (node.value === undefined || filter === undefined || filter.needsContext) return false;
  }
  return childrenOf(node).every((child) => constant(child, names));
}
