import type { Manifest } from "../../manifest/manifest.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { SelectionScope } from "../selection-scope.ts";
import { reportBreakingChanges } from "./same-contract.ts";

/** Models whose contract was enforced and that are gone or disabled: that breaks their users. */
export function warnOfRemovedContracts(
  earlier: Manifest,
  { manifest, events, startedAt }: Pick<SelectionScope, "manifest" | "events" | "startedAt">,
): void {
  for (const old of Object.values(earlier.nodes)) {
    if (old.resource_type !== "model" || old.unique_id in manifest.nodes) continue;
    const disabled = manifest.disabled[old.unique_id]?.[0];
    const removed = disabled?.resource_type === "model" ? disabled : old;
    if (!removed.contract.enforced || isPastDeprecation(removed, startedAt)) continue;
    const what = disabled ? "the model was disabled" : "the model was deleted or renamed";
    reportBreakingChanges(removed, [what], events);
  }
}

function isPastDeprecation(model: ModelNode, now: Date): boolean {
  return model.deprecation_date !== null && Date.parse(model.deprecation_date) < now.getTime();
}
