import type { RefableNode } from "../manifest/nodes.ts";
import type { SourceNode } from "../manifest/source-node.ts";
import type { NodeLookup } from "./members/node-lookup.ts";

/**
 * What a text such as `ref('orders', v=2)` or `source('shop', 'orders')` names; undefined where it is
 * no such call or names nothing.
 */
export function resolveReferenceCall(
  lookup: NodeLookup,
  expression: string,
  fromPackage: string,
): RefableNode | SourceNode | undefined {
  const call = /^\s*(ref|source)\s*\(([^)]*)\)\s*$/.exec(expression);
  if (!call) return undefined;
  const parts = (call[2] ?? "").split(",").map((part) => part.trim());
  const version = parts.find((part) => /^v(?:ersion)?\s*=/.test(part))?.split("=")[1];
  const [first, second] = parts.filter((part) => !part.includes("=")).map(unquoted);
  if (first === undefined) return undefined;
  if (call[1] === "source") {
    const found = lookup.source(first, second ?? "", fromPackage);
    return found.kind === "found" ? found.resource : undefined;
  }
  const reference = {
    name: second ?? first,
    package: second === undefined ? null : first,
    version: version === undefined ? null : unquoted(version.trim()),
  };
  const found = lookup.ref(reference, fromPackage);
  return found.kind === "found" ? found.resource : undefined;
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, "$2");
}
