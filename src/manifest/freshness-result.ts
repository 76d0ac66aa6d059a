import type { JsonObject } from "../util/json.ts";
import type { TimingInfo } from "./run-result.ts";
import type { FreshnessThreshold } from "./source-node.ts";

/** One entry of sources.json (v3), in dbt's words. */
export type FreshnessResult = MeasuredFreshness | FailedFreshness;

export interface MeasuredFreshness {
  readonly unique_id: string;
  /** ISO 8601 UTC. */
  readonly max_loaded_at: string;
  readonly snapshotted_at: string;
  readonly max_loaded_at_time_ago_in_s: number;
  readonly status: "pass" | "warn" | "error";
  readonly criteria: FreshnessThreshold;
  readonly adapter_response: JsonObject;
  readonly timing: readonly TimingInfo[];
  readonly thread_id: string;
  readonly execution_time: number;
}

/** The query failed. Real dbt leaves these out of sources.json. */
export interface FailedFreshness {
  readonly unique_id: string;
  readonly error: string;
  readonly status: "runtime error";
}
