import type { ContextSkeleton } from "../context/context-skeleton.ts";
import { relationOfNode } from "../context/locate-relation.ts";
import { relationForSource } from "../context/relation-for-node.ts";
import { resolveReferenceCall } from "../context/reference-call.ts";
import { relationText } from "../context/relation.ts";
import { foreignKeyTarget } from "../errors/constraint-errors.ts";
import type { ColumnInfo, Constraint } from "../manifest/node-parts.ts";
import type { ModelNode } from "../manifest/nodes.ts";

/** The model with `to: ref('x')` of its foreign keys turned into relations. */
export function compileConstraints(skeleton: ContextSkeleton, node: ModelNode): ModelNode {
  const compile = (constraint: Constraint): Constraint =>
    constraint.type === "foreign_key" && constraint.to
      ? { ...constraint, to: relationOf(skeleton, node, constraint.to) }
      : constraint;
  const all = [
    ...node.constraints,
    ...Object.values(node.columns).flatMap((column) => column.constraints),
  ];
  if (!all.some(({ type, to }) => type === "foreign_key" && to)) return node;
  const columns = Object.entries(node.columns).map(([name, column]): [string, ColumnInfo] => [
    name,
    { ...column, constraints: column.constraints.map(compile) },
  ]);
  return {
    ...node,
    constraints: node.constraints.map(compile),
    columns: Object.fromEntries(columns),
  };
}

function relationOf(skeleton: ContextSkeleton, node: ModelNode, expression: string): string {
  const target = resolveReferenceCall(skeleton.lookup, expression, node.package_name);
  if (!target) throw foreignKeyTarget(node.unique_id, expression);
  return relationText(
    target.resource_type === "source"
      ? relationForSource(target)
      : relationOfNode(skeleton, target),
  );
}
