import { configText } from "../../context/node-facts.ts";
import type { Invocation } from "../../context/invocation.ts";
import { sampleWindow, type TimeWindow } from "../../context/sample-window.ts";
import { batchTimeUnreadable } from "../../errors/event-time-errors.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { Json } from "../../util/json.ts";
import type { BatchSize } from "./batch-size.ts";
import { clockTime } from "./clock-time.ts";
import { planBatches } from "./plan-batches.ts";

/** The windows that a model's config and the command's options ask for. */
export function planWindows(
  { runtime, retried }: Invocation,
  node: ModelNode,
  { size, isIncremental }: { readonly size: BatchSize; readonly isIncremental: boolean },
): TimeWindow[] {
  const lookback = node.config.lookback;
  return planBatches({
    size,
    window: givenWindow(runtime),
    startedAt: retried?.startedAt ?? runtime.startedAt,
    begin: readTime("begin", node.config.begin),
    lookback: isIncremental ? Number(lookback ?? 1) : undefined,
  });
}

function givenWindow({ flags, startedAt }: Invocation["runtime"]): TimeWindow | undefined {
  const { eventTimeStart: start, eventTimeEnd: end, sample } = flags;
  if (sample !== undefined) return sampleWindow(sample, startedAt);
  if (start === undefined || end === undefined) return undefined;
  return {
    start: readTime("--event-time-start", start),
    end: readTime("--event-time-end", end),
  };
}

/** A time in a config is a text, or a date of YAML, which is one in JSON. */
function readTime(name: string, value: Json | undefined): Date {
  const text = typeof value === "string" ? value : JSON.stringify(value).replace(/^"|"$/g, "");
  const time = clockTime(text);
  if (!time) throw batchTimeUnreadable(name, text);
  return time;
}

export function batchSizeOf(node: ModelNode): BatchSize {
  const size = configText(node, "batch_size");
  if (size === "hour" || size === "day" || size === "month" || size === "year") return size;
  throw batchTimeUnreadable("batch_size", String(size));
}
