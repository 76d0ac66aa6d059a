import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { FreshnessResult } from "../manifest/freshness-result.ts";
import type { RunResult } from "../manifest/run-result.ts";

export interface FreshnessOutcome {
  /** One entry per source for sources.json. */
  readonly results: readonly FreshnessResult[];
  /** Results of on-run-start and on-run-end hooks. */
  readonly hooks: readonly RunResult[];
  readonly elapsedSeconds: number;
  readonly stopped?: "interrupted" | undefined;
}

/** `source freshness` for the selected sources. */
export function checkFreshness(_invocation: Invocation): Promise<FreshnessOutcome> {
  return Promise.reject(notSupported("source freshness"));
}
