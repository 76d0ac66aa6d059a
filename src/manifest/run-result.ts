import type { JsonObject } from "../util/json.ts";

export type RunStatus =
  | "success"
  | "error"
  | "skipped"
  | "partial success"
  | "no-op"
  | "reused"
  | "pass"
  | "fail"
  | "warn"
  | "runtime error";

export interface TimingInfo {
  readonly name: "compile" | "execute";
  /** ISO 8601 UTC with microseconds and `Z`. */
  readonly started_at: string;
  readonly completed_at: string;
}

/** From, inclusive, and to, exclusive: ISO 8601 with `+00:00`. */
export type SpannedTime = readonly [start: string, end: string];

/** What became of the batches of a microbatch model. */
export interface BatchResults {
  readonly successful: readonly SpannedTime[];
  readonly failed: readonly SpannedTime[];
}

/** One entry of run_results.json (v6), in dbt's words. */
export interface RunResult {
  readonly status: RunStatus;
  readonly timing: readonly TimingInfo[];
  readonly thread_id: string;
  /** Seconds. */
  readonly execution_time: number;
  readonly adapter_response: JsonObject;
  readonly message: string | null;
  readonly failures: number | null;
  readonly unique_id: string;
  readonly compiled: boolean | null;
  readonly compiled_code: string | null;
  readonly relation_name: string | null;
  readonly batch_results: BatchResults | null;
}
