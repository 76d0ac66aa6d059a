import type { AnyNode } from "../nodes.ts";
import { childrenOf } from "../walk-nodes.ts";

/**
 * Which of the names the nodes read before anything assigns them. Unlike the symbols of a frame it
 * looks into inner frames too: a macro has `varargs` when its body mentions the word anywhere.
 */
export function readsUndeclared(nodes: readonly AnyNode[], names: readonly string[]): Set<string> {
  const open = new Set(names);
  const found = new Set<string>();
  for (const node of nodes) look(node, open, found);
  return found;
}

function look(node: AnyNode, open: Set<string>, found: Set<string>): void {
  if (node.kind === "name") {
    if (open.has(node.name)) found.add(node.name);
    return;
  }
  if (node.kind === "name-target") open.delete(node.name);
  if (node.kind === "macro" || node.kind === "call-block") {
    for (const { name } of node.parameters) open.delete(name);
  }
  for (const child of childrenOf(node)) look(child, open, found);
}
