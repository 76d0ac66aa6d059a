import { join } from "node:path";
import { readJsonArtifact } from "../artifacts/read-json-artifact.ts";
import { readManifestArtifact } from "../artifacts/read-manifest-artifact.ts";
import { artifactUnreadable } from "../errors/command-errors.ts";
import type { PreviousState } from "../select/previous-state.ts";

/**
 * The artifacts in the folder of `--state`; whichever are missing are left out.
 *
 * @param targetFolder - where this project's own sources.json is
 */
export function readPreviousState(stateFolder: string, targetFolder: string): PreviousState {
  const results = (path: string): readonly Readonly<Record<string, unknown>>[] | undefined =>
    resultsOf(path, readJsonArtifact(path));
  return {
    folder: stateFolder,
    manifest: readManifestArtifact(join(stateFolder, "manifest.json")),
    results: results(join(stateFolder, "run_results.json"))?.map((result) => ({
      unique_id: String(result.unique_id),
      status: String(result.status),
    })),
    sources: results(join(stateFolder, "sources.json"))?.map(freshness),
    currentSources: results(join(targetFolder, "sources.json"))?.map(freshness),
  };
}

function resultsOf(
  path: string,
  content: Readonly<Record<string, unknown>> | undefined,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!content) return undefined;
  const { results } = content;
  if (Array.isArray(results)) return results as readonly Readonly<Record<string, unknown>>[];
  throw artifactUnreadable(path, '"results" is expected in it');
}

function freshness(result: Readonly<Record<string, unknown>>): {
  readonly unique_id: string;
  readonly max_loaded_at: string | undefined;
} {
  const at = result.max_loaded_at;
  return {
    unique_id: String(result.unique_id),
    max_loaded_at: typeof at === "string" ? at : undefined,
  };
}
