import type { TimingInfo } from "../../manifest/run-result.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";

/** Measures the steps of one node. */
export interface Stopwatch {
  readonly startedAt: Date;
  /** The steps so far; one that failed counts too. */
  readonly timing: readonly TimingInfo[];
  time<T>(name: TimingInfo["name"], step: () => Promise<T>): Promise<T>;
  seconds(): number;
}

export function startStopwatch(now: () => Date): Stopwatch {
  const startedAt = now();
  const timing: TimingInfo[] = [];
  return {
    startedAt,
    timing,
    async time(name, step) {
      const from = now();
      try {
        return await step();
      } finally {
        timing.push({ name, started_at: utcTimestamp(from), completed_at: utcTimestamp(now()) });
      }
    },
    seconds: () => (now().getTime() - startedAt.getTime()) / 1000,
  };
}
