import type { GraphResource, Manifest } from "../manifest/manifest.ts";

/** Whatever the manifest has under a unique id, enabled. */
export function resourceById(manifest: Manifest, id: string): GraphResource | undefined {
  return (
    manifest.nodes[id] ??
    manifest.sources[id] ??
    manifest.exposures[id] ??
    manifest.metrics[id] ??
    manifest.unit_tests[id] ??
    manifest.semantic_models[id] ??
    manifest.saved_queries[id] ??
    manifest.functions[id]
  );
}

/** Everything that can be selected. */
export function allResources(manifest: Manifest): readonly GraphResource[] {
  return [
    ...Object.values(manifest.nodes),
    ...Object.values(manifest.sources),
    ...Object.values(manifest.exposures),
    ...Object.values(manifest.metrics),
    ...Object.values(manifest.unit_tests),
    ...Object.values(manifest.semantic_models),
    ...Object.values(manifest.saved_queries),
    ...Object.values(manifest.functions),
  ];
}
