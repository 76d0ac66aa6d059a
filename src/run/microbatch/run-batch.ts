import type { Batch } from "../../context/node-context.ts";
import type { TimeWindow } from "../../context/sample-window.ts";
import type { Lane } from "../../context/statements.ts";
import { exceptionOnRun, logBatchResult, logStartBatch } from "../../events/batch-events.ts";
import type { LinePosition } from "../../events/node-line.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { RunStatus, SpannedTime } from "../../manifest/run-result.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";
import { relationOf } from "../results/describe-node.ts";
import { failedBy } from "../results/executed.ts";
import { materialize } from "../nodes/materialize.ts";
import { nodeInfoOf } from "../results/node-info.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { startStopwatch } from "../results/stopwatch.ts";
import { batchLabel, type BatchSize } from "./batch-size.ts";

export interface BatchRun {
  /** With the hooks that run with this batch. */
  readonly node: ModelNode;
  readonly size: BatchSize;
  readonly window: TimeWindow;
  readonly lane: Lane;
  /** Rows are put into what earlier batches built. */
  readonly isIncremental: boolean;
  readonly at: { readonly index: number; readonly total: number };
}

export interface BatchOutcome {
  readonly window: SpannedTime;
  readonly succeeded: boolean;
}

/** Compiles the model anew for the batch, with its references cut to the window, and builds it. */
export async function runBatch(engine: RunEngine, run: BatchRun): Promise<BatchOutcome> {
  const { events, now } = engine.invocation;
  const watch = startStopwatch(now);
  const end = (status: RunStatus, message: string): BatchOutcome => {
    const outcome = { status, message, executionSeconds: watch.seconds() };
    const description = describeBatch(run);
    events.emit(logBatchResult(positionOf(engine, run, status), { ...outcome, description }));
    return outcomeOf(run, status === "success");
  };
  events.emit(logStartBatch(positionOf(engine, run, "started"), describeBatch(run)));
  try {
    return end("success", await buildBatch(engine, run));
  } catch (error) {
    const { message } = failedBy(error, run.node);
    events.emit(exceptionOnRun(run.node.unique_id, message ?? ""));
    return end("error", "ERROR");
  }
}

/** The first batch failed, so this one is not tried. */
export function skipBatch(engine: RunEngine, run: BatchRun): BatchOutcome {
  const outcome = { status: "skipped", message: "SKIPPED", executionSeconds: 0 };
  const description = describeBatch(run);
  const at = positionOf(engine, run, "skipped");
  engine.invocation.events.emit(logBatchResult(at, { ...outcome, description }));
  return outcomeOf(run, false);
}

async function buildBatch(engine: RunEngine, run: BatchRun): Promise<string> {
  const { node, lane } = run;
  const batch = batchOf(run);
  const compiled = await engine.compiler.compile(node, { lane, batch });
  const { context } = await materialize(engine, compiled, {
    lane,
    batch,
    ...(run.isIncremental ? { macroOverrides: LATER_BATCH } : {}),
  });
  return context.results.read("main")?.response._message ?? "";
}

const LATER_BATCH: ReadonlyMap<string, unknown> = new Map([
  ["is_incremental", true],
  ["should_full_refresh", false],
]);

function batchOf({ window, size }: BatchRun): Batch {
  const label = batchLabel(window.start, size);
  return { ...window, label, id: label.replaceAll("-", "") };
}

function describeBatch(run: BatchRun): string {
  return `batch ${batchOf(run).label} of ${relationOf(run.node)}`;
}

function positionOf(
  { invocation }: RunEngine,
  { node, at }: BatchRun,
  status: string,
): LinePosition {
  const info = nodeInfoOf(node, { status, startedAt: utcTimestamp(invocation.now()) });
  return { ...at, width: invocation.runtime.flags.printerWidth, node: info };
}

function outcomeOf({ window }: BatchRun, succeeded: boolean): BatchOutcome {
  return { window: [isoText(window.start), isoText(window.end)], succeeded };
}

function isoText(time: Date): string {
  return time.toISOString().replace(/(?:\.000)?Z$/, "+00:00");
}
