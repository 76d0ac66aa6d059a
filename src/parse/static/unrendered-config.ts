import type { AnyNode } from "../../jinja/nodes.ts";
import type { CallNode } from "../../jinja/expression-nodes.ts";
import { walkNodes } from "../../jinja/walk-nodes.ts";
import { expressionText } from "./expression-text.ts";

/**
 * The keywords of a file's first `config(...)` call with the source text of their values, for
 * `state:modified`. Undefined when there is no such call or it has no keywords.
 */
export function unrenderedConfigCall(
  nodes: readonly AnyNode[],
): Record<string, string> | undefined {
  const call = firstConfigCall(nodes);
  if (call === undefined || call.args.named.length === 0) return undefined;
  return Object.fromEntries(call.args.named.map(({ name, value }) => [name, keywordText(value)]));
}

function firstConfigCall(nodes: readonly AnyNode[]): CallNode | undefined {
  let found: CallNode | undefined;
  walkNodes(nodes, (node) => {
    if (found === undefined && node.kind === "call" && isName(node.callee, "config")) found = node;
  });
  return found;
}

function isName(node: AnyNode, name: string): boolean {
  return node.kind === "name" && node.name === name;
}

/** A plain string stands without its quotes; inside other expressions it keeps them. */
function keywordText(value: CallNode["callee"]): string {
  return value.kind === "constant" && typeof value.value === "string"
    ? value.value
    : expressionText(value);
}
