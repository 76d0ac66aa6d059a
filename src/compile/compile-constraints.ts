import type { ContextSkeleton } from "../context/context-skeleton.ts";
import { relationForNode, relationForSource } from "../context/relation-for-node.ts";
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
  const call = /^\s*(ref|source)\s*\(([^)]*)\)\s*$/.exec(expression);
  const parts = (call?.[2] ?? "").split(",").map((part) => part.trim());
  const version = parts.find((part) => /^v(?:ersion)?\s*=/.test(part))?.split("=")[1];
  const names = parts.filter((part) => !part.includes("=")).map(unquoted);
  const [first, second] = names;
  if (call?.[1] === "ref" && first !== undefined) {
    const name = second ?? first;
    const reference = {
      name,
      package: second === undefined ? null : first,
      version: versionOf(version),
    };
    const found = skeleton.lookup.ref(reference, node.package_name);
    if (found.kind === "found") {
      return relationText(relationForNode(found.resource, skeleton.projectQuoting));
    }
  }
  if (call?.[1] === "source" && first !== undefined && second !== undefined) {
    const found = skeleton.lookup.source(first, second, node.package_name);
    if (found.kind === "found") return relationText(relationForSource(found.resource));
  }
  throw foreignKeyTarget(node.unique_id, expression);
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, "$2");
}

function versionOf(text: string | undefined): string | null {
  return text === undefined ? null : unquoted(text.trim());
}
