import type { RunResult } from "../manifest/run-result.ts";
import type { JsonObject } from "../util/json.ts";
import { artifactMetadata, type ArtifactOrigin } from "./artifact-metadata.ts";

export interface RunFacts {
  /** Seconds. */
  readonly elapsedSeconds: number;
  /** The flags of the command in dbt's names. */
  readonly args: JsonObject;
}

/** run_results.json (v6). */
export function runResultsArtifact(
  results: readonly RunResult[],
  origin: ArtifactOrigin,
  facts: RunFacts,
): object {
  return {
    metadata: artifactMetadata("run-results/v6", origin),
    results: results.map((result) => ({
      status: result.status,
      timing: result.timing,
      thread_id: result.thread_id,
      execution_time: result.execution_time,
      adapter_response: result.adapter_response,
      message: result.message,
      failures: result.failures,
      unique_id: result.unique_id,
      compiled: result.compiled,
      compiled_code: result.compiled_code,
      relation_name: result.relation_name,
      batch_results: result.batch_results,
      overload_results: null,
    })),
    elapsed_time: facts.elapsedSeconds,
    args: facts.args,
  };
}
