import type { ManifestNode } from "../../manifest/nodes.ts";
import type { SourceNode } from "../../manifest/source-node.ts";
import { datetimeLiteral } from "./datetime-literal.ts";
import { configText } from "../node-facts.ts";
import type { Invocation } from "../invocation.ts";
import type { Batch, ContextSubject } from "../node-context.ts";
import type { RowBounds } from "../relation-for-node.ts";
import { quoteIdentifier } from "../relation.ts";
import { sampleWindow, type TimeWindow } from "../sample-window.ts";

/**
 * The rows that references may read: none under --empty; for models and snapshots the batch at work
 * or the window of --sample, where the target has an event_time.
 */
export function defaultBounds(
  { runtime }: Invocation,
  subject: ContextSubject,
  batch: Batch | undefined,
): (target: ManifestNode | SourceNode) => RowBounds {
  const { flags, startedAt } = runtime;
  const limit = flags.empty ? 0 : null;
  const isFiltered = subject.resource_type === "model" || subject.resource_type === "snapshot";
  const sample = flags.sample === undefined ? undefined : sampleWindow(flags.sample, startedAt);
  const window = batch && sample ? overlap(batch, sample) : (batch ?? sample);
  return (target) => {
    const fieldName = isFiltered && window ? eventTimeColumn(target) : undefined;
    if (fieldName === undefined || !window) return { limit, eventTimeFilter: null };
    const [start, end] = [datetimeLiteral(window.start), datetimeLiteral(window.end)];
    return { limit, eventTimeFilter: { fieldName, start, end } };
  };
}

function overlap(left: TimeWindow, right: TimeWindow): TimeWindow {
  return {
    start: left.start > right.start ? left.start : right.start,
    end: left.end < right.end ? left.end : right.end,
  };
}

function eventTimeColumn(target: ManifestNode | SourceNode): string | undefined {
  const name = configText(target, "event_time");
  if (name === undefined) return undefined;
  const column = Object.values(target.columns).find((each) => each.name === name);
  const fallback = target.resource_type === "source" ? target.quoting.column : undefined;
  return (column?.quote ?? fallback) === true ? quoteIdentifier(name) : name;
}
