import type { BatchResults, RunStatus } from "../manifest/run-result.ts";
import type { JsonObject } from "../util/json.ts";

/** What executing one node gave, before times and names are added to it. */
export interface Executed {
  readonly status: RunStatus;
  readonly message: string | null;
  readonly response: JsonObject;
  readonly failures: number | null;
  readonly batches?: BatchResults;
}
