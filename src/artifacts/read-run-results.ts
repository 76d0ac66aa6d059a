import { artifactUnreadable } from "../errors/command-errors.ts";
import type { RunResult } from "../manifest/run-result.ts";
import type { JsonObject } from "../util/json.ts";
import { readJsonArtifact } from "./read-json-artifact.ts";

/** What an earlier run left in run_results.json. */
export interface EarlierRun {
  /** The command's flags in dbt's names. */
  readonly args: JsonObject;
  readonly results: readonly Pick<RunResult, "unique_id" | "status" | "batch_results">[];
  readonly metadata: { readonly generated_at: string; readonly invocation_started_at?: string };
}

/** Reads a run_results.json; undefined where there is no such file. */
export function readRunResults(path: string): EarlierRun | undefined {
  const content = readJsonArtifact(path);
  if (!content) return undefined;
  if (!Array.isArray(content.results) || typeof content.args !== "object") {
    throw artifactUnreadable(path, '"args" and "results" are expected in it');
  }
  // A reader: run_results.json has these fields; that is the format's contract.
  return content as unknown as EarlierRun;
}
