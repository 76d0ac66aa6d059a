import type { DraftManifest } from "../drafts/draft-manifest.ts";
import { type Draft, isEnabled } from "../drafts/draft.ts";
import { inferPrimaryKey, type KeyTest } from "../primary-key.ts";

/** Guesses the primary key of every model, also from disabled tests. */
export function inferPrimaryKeys(manifest: DraftManifest): void {
  const tests = testsByModel(manifest);
  for (const draft of manifest.nodes.values()) {
    if (draft.kind !== "model") continue;
    const ofModel = tests.get(draft.uniqueId) ?? [];
    draft.model.primaryKey = inferPrimaryKey(draft.model.constraints, draft.columns, ofModel);
  }
}

function testsByModel(manifest: DraftManifest): Map<string, KeyTest[]> {
  const tests = new Map<string, KeyTest[]>();
  const add = (draft: Draft): void => {
    const node = draft.test?.attachedNode ?? null;
    if (node === null || draft.test === undefined) return;
    const { name, kwargs } = draft.test.metadata;
    const test = { name, kwargs, enabled: isEnabled(draft) };
    const list = tests.get(node);
    if (list === undefined) tests.set(node, [test]);
    else list.push(test);
  };
  for (const draft of manifest.nodes.values()) add(draft);
  for (const list of manifest.disabled.values())
    for (const each of list) if ("node" in each) add(each.node);
  return tests;
}
