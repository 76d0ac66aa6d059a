import type { Draft } from "./draft.ts";
import { finishNode } from "./finish-node.ts";

/** A draft as templates see a node: by dbt's field names. */
export function draftFacts(draft: Draft): Readonly<Record<string, unknown>> {
  return { ...finishNode(draft, () => "") };
}
