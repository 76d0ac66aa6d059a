import { existsSync, readFileSync } from "node:fs";
import { artifactUnreadable, previousRunMissing } from "../errors/command-errors.ts";
import type { RunStatus } from "../manifest/run-result.ts";
import type { JsonObject } from "../util/json.ts";

/** What `retry` needs of an earlier run. */
export interface EarlierRun {
  readonly args: JsonObject;
  readonly results: readonly { readonly unique_id: string; readonly status: RunStatus }[];
}

/** Reads a run_results.json. */
export function readRunResults(path: string): EarlierRun {
  if (!existsSync(path)) throw previousRunMissing(path);
  const content = parseJson(path);
  if (!isRunResults(content)) {
    throw artifactUnreadable(path, '"args" and "results" are expected in it');
  }
  return content;
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw artifactUnreadable(path, "it is not JSON", error);
  }
}

function isRunResults(value: unknown): value is EarlierRun {
  return (
    typeof value === "object" &&
    value !== null &&
    "args" in value &&
    typeof value.args === "object" &&
    "results" in value &&
    Array.isArray(value.results)
  );
}
