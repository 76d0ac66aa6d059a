import type { Manifest } from "../manifest/manifest.ts";

/** semantic_manifest.json, for the semantic layer's tools. */
export function semanticManifestArtifact(manifest: Manifest): object {
  return {
    semantic_models: Object.values(manifest.semantic_models),
    metrics: Object.values(manifest.metrics),
    project_configuration: {
      time_spine_table_configurations: [],
      metadata: null,
      // The version of dbt-semantic-interfaces whose shape this file has.
      dsi_package_version: { major_version: "0", minor_version: "213", patch_version: "0" },
      time_spines: [],
    },
    saved_queries: Object.values(manifest.saved_queries),
  };
}
