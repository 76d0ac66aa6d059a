import type { Draft, DraftKind } from "./drafts/draft.ts";
import type { DraftManifest } from "./drafts/draft-manifest.ts";
import {
  buildDisabledIndex,
  buildRefIndex,
  type DisabledIndex,
  type RefIndex,
} from "./drafts/ref-index.ts";

/** Indexes over the manifest that are built when asked for, and again after `refresh`. */
export interface Lookups {
  refs(): RefIndex;
  analyses(): RefIndex;
  functions(): RefIndex;
  disabled(): DisabledIndex;
  disabledNodes(name: string, packageName: string | null, kind: DraftKind): readonly Draft[];
  /** To be called when a node is added, removed, renamed or versioned. */
  refresh(): void;
}

export function createLookups(manifest: DraftManifest): Lookups {
  const cache = new Map<string, unknown>();
  const once = <T>(name: string, build: () => T): T => {
    if (!cache.has(name)) cache.set(name, build());
    return cache.get(name) as T; // Only `build` puts a value under this name.
  };
  const disabled = (): DisabledIndex => once("disabled", () => buildDisabledIndex(manifest));
  return {
    refs: () => once("refs", () => buildRefIndex(manifest.nodes.values())),
    analyses: () =>
      once("analyses", () => buildRefIndex(manifest.nodes.values(), new Set(["analysis"]))),
    functions: () =>
      once("functions", () => buildRefIndex(manifest.functions.values(), new Set(["function"]))),
    disabled,
    disabledNodes: (name, packageName, kind) =>
      (disabled().find(name, packageName) ?? []).flatMap((each) =>
        "node" in each && each.node.kind === kind ? [each.node] : [],
      ),
    refresh: () => {
      cache.clear();
    },
  };
}
