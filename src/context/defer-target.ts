import type { ManifestNode } from "../manifest/nodes.ts";
import type { Invocation } from "./invocation.ts";
import { isEphemeral } from "./node-facts.ts";

/** The same node in the state that is deferred to, where that has a relation of it. */
export function deferTarget(
  { deferTo }: Invocation,
  node: { readonly unique_id: string },
): ManifestNode | undefined {
  const other = deferTo?.nodes[node.unique_id];
  if (!other || isEphemeral(other)) return undefined;
  return REFERABLE.has(other.resource_type) ? other : undefined;
}

const REFERABLE: ReadonlySet<string> = new Set(["model", "seed", "snapshot"]);
