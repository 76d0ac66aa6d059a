import { createNodeContext } from "../../context/create-node-context.ts";
import { freshnessRow } from "../../context/freshness-row.ts";
import { locateSource } from "../../context/locate-relation.ts";
import { relationObject } from "../../context/relation-object.ts";
import type { Lane } from "../../context/statements.ts";
import { EngineError } from "../../errors/engine-error.ts";
import {
  freshnessNotATimestamp,
  freshnessNotMeasurable,
  staleSource,
} from "../../errors/freshness-errors.ts";
import { renderError } from "../../errors/render-error.ts";
import { logFreshnessResult } from "../../events/check-events.ts";
import { logStartLine } from "../../events/node-events.ts";
import { runResultError } from "../../events/run-events.ts";
import { warningFate } from "../../events/warn-policy.ts";
import type { FreshnessResult, MeasuredFreshness } from "../../manifest/freshness-result.ts";
import type { FreshnessThreshold, FreshnessTime, SourceNode } from "../../manifest/source-node.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";
import { findMacro } from "../engine/find-macro.ts";
import { nodeInfoOf } from "../results/node-info.ts";
import type { Position } from "../results/node-lines.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { isInterruption } from "../results/is-interruption.ts";
import { startStopwatch, type Stopwatch } from "../results/stopwatch.ts";

/** How old a source's newest rows are, with its lines. A query that fails gives a runtime error. */
export async function measureFreshness(
  engine: RunEngine,
  source: SourceNode,
  lane: Lane,
  position: Position,
): Promise<FreshnessResult> {
  const { events, now } = engine.invocation;
  const watch = startStopwatch(now);
  const info = nodeInfoOf(source, {
    status: "started",
    startedAt: utcTimestamp(watch.startedAt),
  });
  const at = { ...position, node: info };
  events.emit(logStartLine(at, `freshness of ${source.source_name}.${source.name}`));
  const result = await measureOrExplain(engine, source, lane, watch);
  events.emit(
    logFreshnessResult(at, {
      sourceName: source.source_name,
      tableName: source.name,
      status: result.status,
      executionSeconds: watch.seconds(),
    }),
  );
  if (result.status === "runtime error") events.emit(runResultError(result.error, info));
  return result;
}

async function measureOrExplain(
  engine: RunEngine,
  source: SourceNode,
  lane: Lane,
  watch: Stopwatch,
): Promise<FreshnessResult> {
  try {
    await watch.time("compile", () => Promise.resolve());
    const measured = await watch.time("execute", () => measure(engine, source, lane));
    if (measured.status === "warn" && warningsAreErrors(engine))
      throw staleSource(source.unique_id);
    return { ...measured, timing: [...watch.timing], execution_time: watch.seconds() };
  } catch (error) {
    if (!(error instanceof EngineError) || isInterruption(error)) throw error;
    const placed = error.with({ place: { path: source.original_file_path } });
    return {
      unique_id: source.unique_id,
      error: renderError(placed),
      status: "runtime error",
    };
  }
}

/** --warn-error: dbt's line for the warning fails, and with it the check. */
function warningsAreErrors({ invocation }: RunEngine): boolean {
  const event = { name: "LogFreshnessResult", code: "Q018" };
  return warningFate(invocation.runtime.flags, event) === "error";
}

async function measure(
  engine: RunEngine,
  source: SourceNode,
  lane: Lane,
): Promise<Omit<MeasuredFreshness, "timing" | "execution_time">> {
  const context = createNodeContext(engine.skeleton, source, { lane });
  const macro = async (name: string, args: Readonly<Record<string, unknown>>): Promise<unknown> =>
    context.call(findMacro(engine.invocation.manifest, name), {
      source: relationObject(await locateSource(engine.skeleton, source)),
      ...args,
    });
  const returned =
    source.loaded_at_query !== null
      ? await macro("collect_freshness_custom_sql", {
          loaded_at_query: await context.render(source.loaded_at_query),
        })
      : source.loaded_at_field !== null
        ? await macro("collect_freshness", {
            loaded_at_field: source.loaded_at_field,
            filter: source.freshness?.filter ?? null,
          })
        : undefined;
  if (returned === undefined) throw freshnessNotMeasurable(source.unique_id);
  const row = freshnessRow(returned);
  if (!row) throw freshnessNotATimestamp(source.unique_id);
  const age = (row.snapshottedAt.getTime() - row.maxLoadedAt.getTime()) / 1000;
  const criteria = source.freshness ?? NO_THRESHOLD;
  return {
    unique_id: source.unique_id,
    max_loaded_at: utcTimestamp(row.maxLoadedAt),
    snapshotted_at: utcTimestamp(row.snapshottedAt),
    max_loaded_at_time_ago_in_s: age,
    status: statusOf(age, criteria),
    criteria,
    adapter_response: row.response,
    thread_id: lane.threadName,
  };
}

const NO_TIME: FreshnessTime = { count: null, period: null };
const NO_THRESHOLD: FreshnessThreshold = {
  warn_after: NO_TIME,
  error_after: NO_TIME,
  filter: null,
};

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;

function statusOf(age: number, threshold: FreshnessThreshold): "pass" | "warn" | "error" {
  if (isExceeded(age, threshold.error_after)) return "error";
  return isExceeded(age, threshold.warn_after) ? "warn" : "pass";
}

function isExceeded(age: number, time: FreshnessTime | null): boolean {
  if (time?.count == null || time.period === null) return false;
  return age > time.count * SECONDS[time.period];
}
