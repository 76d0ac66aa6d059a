import type { IndirectSelection } from "../config/selection-spec.ts";
import { childrenOf } from "../graph/graph.ts";
import type { Graph } from "../graph/graph.ts";
import { ancestorsOf } from "../graph/relatives.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { isMemberId } from "./members.ts";

interface Scope {
  readonly manifest: Manifest;
  readonly graph: Graph;
}

/**
 * Adds the tests of selected nodes. `eager`: of any selected parent; `cautious`: all parents must be
 * selected; `buildable`: selected, above what is selected, or sources. Tests that lack a parent
 * are kept apart.
 */
export function expandToTests(
  selected: ReadonlySet<string>,
  indirect: IndirectSelection,
  scope: Scope,
): { readonly sure: ReadonlySet<string>; readonly maybe: ReadonlySet<string> } {
  const sure = new Set(selected);
  const maybe = new Set<string>();
  const available =
    indirect === "buildable"
      ? new Set([...withParents(selected, scope), ...Object.keys(scope.manifest.sources)])
      : selected;
  for (const id of selected) {
    for (const child of childrenOf(scope.graph, id)) {
      const parents = testParents(scope.manifest, child);
      if (!parents || !isMemberId(scope.manifest, child)) continue;
      const complete = parents.every((parent) => available.has(parent));
      (indirect === "eager" || complete ? sure : maybe).add(child);
    }
  }
  return { sure, maybe };
}

/** Tests whose parents have come together by combining selections. */
export function joinTests(
  selected: ReadonlySet<string>,
  maybe: ReadonlySet<string>,
  indirect: IndirectSelection,
  scope: Scope,
): ReadonlySet<string> {
  if (indirect !== "cautious" && indirect !== "buildable") return selected;
  const available = indirect === "buildable" ? withParents(selected, scope) : selected;
  const joined = new Set(selected);
  for (const id of maybe) {
    const node = scope.manifest.nodes[id];
    if (!node || node.resource_type === "seed") continue;
    if (node.depends_on.nodes.every((parent) => available.has(parent) || joined.has(parent))) {
      joined.add(id);
    }
  }
  return joined;
}

function withParents(selected: ReadonlySet<string>, scope: Scope): Set<string> {
  return new Set([...selected, ...ancestorsOf(scope.graph, selected)]);
}

/** What a test or unit test depends on; undefined for everything else. */
function testParents(manifest: Manifest, id: string): readonly string[] | undefined {
  const node = manifest.nodes[id];
  if (node) return node.resource_type === "test" ? node.depends_on.nodes : undefined;
  return manifest.unit_tests[id]?.depends_on.nodes;
}
