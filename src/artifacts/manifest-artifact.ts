import { createHash } from "node:crypto";
import type { Manifest } from "../manifest/manifest.ts";
import type { JsonObject } from "../util/json.ts";
import { artifactMetadata, type ArtifactOrigin } from "./artifact-metadata.ts";
import { dependencyMaps } from "./dependency-maps.ts";
import { groupMap } from "./group-map.ts";

/** What manifest.json says about the project besides its resources. */
export interface ManifestFacts {
  readonly adapterType: string;
  /** The project's `quoting`, as far as it is set. */
  readonly quoting: Readonly<Record<string, boolean>>;
}

/** manifest.json (v12): a plain object with dbt's fields and order. */
export function manifestArtifact(
  manifest: Manifest,
  origin: ArtifactOrigin,
  facts: ManifestFacts,
): object {
  const { parentMap, childMap } = dependencyMaps(manifest);
  const { nodes, functions } = splitFunctions(manifest);
  return {
    metadata: manifestMetadata(manifest, origin, facts),
    nodes,
    sources: manifest.sources,
    macros: manifest.macros,
    docs: manifest.docs,
    exposures: manifest.exposures,
    metrics: manifest.metrics,
    groups: manifest.groups,
    selectors: manifest.selectors,
    disabled: manifest.disabled,
    parent_map: parentMap,
    child_map: childMap,
    group_map: groupMap(manifest),
    saved_queries: manifest.saved_queries,
    semantic_models: manifest.semantic_models,
    unit_tests: manifest.unit_tests,
    functions,
  };
}

function manifestMetadata(
  manifest: Manifest,
  origin: ArtifactOrigin,
  facts: ManifestFacts,
): JsonObject {
  const { quoting } = facts;
  return {
    ...artifactMetadata("manifest/v12", origin),
    project_name: manifest.projectName,
    project_id: createHash("md5").update(manifest.projectName).digest("hex"),
    user_id: null,
    send_anonymous_usage_stats: false,
    adapter_type: facts.adapterType,
    quoting: {
      database: quoting.database ?? false,
      schema: quoting.schema ?? false,
      identifier: quoting.identifier ?? false,
      column: null,
    },
    run_started_at: origin.startedAt.toISOString().replace("Z", "000+00:00"),
  };
}

function splitFunctions(manifest: Manifest): Pick<Manifest, "nodes" | "functions"> {
  const entries = Object.entries(manifest.nodes);
  if (!entries.some(([, node]) => node.resource_type === "function")) return manifest;
  return {
    nodes: Object.fromEntries(entries.filter(([, node]) => node.resource_type !== "function")),
    functions: {
      ...manifest.functions,
      ...Object.fromEntries(entries.filter(([, node]) => node.resource_type === "function")),
    },
  };
}
