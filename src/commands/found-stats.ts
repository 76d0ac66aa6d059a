import type { EngineEvent } from "../events/engine-event.ts";
import { foundStats } from "../events/run-events.ts";
import type { Manifest } from "../manifest/manifest.ts";

/** `Found 3 models, 1 seed, 4 data tests, ...`: what the project has, in the manifest's order. */
export function foundStatsOf(manifest: Manifest): EngineEvent {
  const counts = new Map<string, number>();
  for (const node of Object.values(manifest.nodes)) {
    // Tests whose parent is missing stay in the manifest, disabled.
    if (node.resource_type === "test" && node.config.enabled === false) continue;
    counts.set(node.resource_type, (counts.get(node.resource_type) ?? 0) + 1);
  }
  const others = [
    ["source", manifest.sources],
    ["exposure", manifest.exposures],
    ["metric", manifest.metrics],
    ["macro", manifest.macros],
    ["group", manifest.groups],
    ["semantic_model", manifest.semantic_models],
    ["saved_query", manifest.saved_queries],
    ["unit_test", manifest.unit_tests],
  ] as const;
  for (const [type, resources] of others) counts.set(type, Object.keys(resources).length);
  return foundStats([...counts].map(([type, count]) => ({ type, count })));
}
