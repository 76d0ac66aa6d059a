import type { FreshnessResult } from "../manifest/freshness-result.ts";
import { artifactMetadata, type ArtifactOrigin } from "./artifact-metadata.ts";

/** sources.json (v3). Sources whose query failed are left out, as dbt does. */
export function sourcesArtifact(
  results: readonly FreshnessResult[],
  origin: ArtifactOrigin,
  elapsedSeconds: number,
): object {
  return {
    metadata: artifactMetadata("sources/v3", origin),
    results: results.filter((result) => result.status !== "runtime error"),
    elapsed_time: elapsedSeconds,
  };
}
