import type { TimeWindow } from "../../context/sample-window.ts";
import { ceilTime, stepTime, truncateTime, type BatchSize } from "./batch-size.ts";

export interface BatchPlan {
  readonly size: BatchSize;
  /** `--event-time-start` and `--event-time-end`, or the window of `--sample`. */
  readonly window: TimeWindow | undefined;
  /** When the invocation, or the one that is retried, started: the end unless a window is given. */
  readonly startedAt: Date;
  /** The model's own first moment. */
  readonly begin: Date;
  /** How many batches before the current one are built again; undefined where all are built. */
  readonly lookback: number | undefined;
}

/** The half-open windows to build, oldest first; never none. */
export function planBatches(plan: BatchPlan): TimeWindow[] {
  const { size } = plan;
  const end = ceilTime(plan.window?.end ?? plan.startedAt, size);
  const windows: TimeWindow[] = [];
  let start = firstStart(plan, end);
  do {
    const next = stepTime(start, size, 1);
    windows.push({ start, end: next < end ? next : end });
    start = next;
  } while (start < end);
  return windows;
}

function firstStart({ window, begin, lookback, size }: BatchPlan, end: Date): Date {
  if (window) return truncateTime(window.start, size);
  if (lookback === undefined) return truncateTime(begin, size);
  // The end is where the current batch ends, so that one is stepped back over too.
  return stepTime(end, size, -(lookback + 1));
}
