import type { Manifest } from "../../manifest/manifest.ts";
import type { UnitTestNode } from "../../manifest/other-resources.ts";

/** The selected unit tests of each model: in a build they run just before it, on its lane. */
export function unitTestsByModel(
  manifest: Manifest,
  selected: ReadonlySet<string>,
): ReadonlyMap<string, readonly UnitTestNode[]> {
  const byModel = new Map<string, UnitTestNode[]>();
  for (const test of Object.values(manifest.unit_tests)) {
    const model = test.depends_on.nodes[0];
    if (!selected.has(test.unique_id) || model === undefined) continue;
    byModel.set(model, [...(byModel.get(model) ?? []), test]);
  }
  return byModel;
}
