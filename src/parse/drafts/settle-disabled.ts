import {
  addDisabled,
  addEnabledNode,
  type Disabled,
  type DraftManifest,
} from "./draft-manifest.ts";
import { type Draft, isEnabled } from "./draft.ts";

/** Properties files may have switched nodes on or off: moves them to where they belong now. */
export function settleDisabled(manifest: DraftManifest): void {
  for (const home of [manifest.nodes, manifest.functions]) {
    for (const draft of [...home.values()].filter((each) => !isEnabled(each))) {
      home.delete(draft.uniqueId);
      addDisabled(manifest, draft.uniqueId, { node: draft });
    }
  }
  for (const [id, list] of [...manifest.disabled]) {
    const enabled = list.flatMap((each) =>
      "node" in each && isEnabled(each.node) ? [each.node] : [],
    );
    if (enabled.length > 0) enable(manifest, id, list, enabled);
  }
}

function enable(
  manifest: DraftManifest,
  id: string,
  list: readonly Disabled[],
  enabled: readonly Draft[],
): void {
  const kept = list.filter((each) => !("node" in each) || !isEnabled(each.node));
  if (kept.length > 0) manifest.disabled.set(id, kept);
  else manifest.disabled.delete(id);
  for (const draft of enabled) addEnabledNode(manifest, draft);
}
