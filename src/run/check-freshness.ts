import type { Invocation } from "../context/invocation.ts";
import { openLanes, type Lanes } from "../context/open-lanes.ts";
import { blankLine, concurrencyLine } from "../events/run-events.ts";
import { sourceFreshnessHooksNotRun } from "../events/freshness-events.ts";
import type { FreshnessResult } from "../manifest/freshness-result.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { createEngine } from "./engine/create-engine.ts";
import { hookResults } from "./hooks/hook-results.ts";
import { measureFreshness } from "./freshness/measure-freshness.ts";
import type { RunEngine } from "./engine/run-engine.ts";
import { runHooks, type HookKind } from "./hooks/run-hooks.ts";
import { isInterruption } from "./results/is-interruption.ts";

export interface FreshnessOutcome {
  /** One entry per source for sources.json. */
  readonly results: readonly FreshnessResult[];
  /** Results of on-run-start and on-run-end hooks. */
  readonly hooks: readonly RunResult[];
  readonly elapsedSeconds: number;
  readonly stopped?: "interrupted" | undefined;
}

/** `source freshness` for the selected sources; they do not wait for each other. */
export async function checkFreshness(invocation: Invocation): Promise<FreshnessOutcome> {
  const { adapter, events, now, runtime } = invocation;
  const threads = runtime.flags.threads ?? runtime.profile.threads;
  const started = now().getTime();
  events.emit(blankLine());
  events.emit(concurrencyLine(threads, runtime.profile.targetName));
  events.emit(blankLine());
  const lanes = openLanes(adapter, threads);
  const results: FreshnessResult[] = [];
  const hooks: RunResult[] = [];
  let stopped: FreshnessOutcome["stopped"];
  try {
    const engine = createEngine(invocation);
    hooks.push(...(await freshnessHooks(engine, "on-run-start", lanes)));
    await measureAll(engine, lanes, results);
    hooks.push(...(await freshnessHooks(engine, "on-run-end", lanes, hooks)));
  } catch (error) {
    if (!isInterruption(error)) throw error;
    await lanes.cancel();
    stopped = "interrupted";
  } finally {
    await lanes.close();
  }
  return { results, hooks, elapsedSeconds: (now().getTime() - started) / 1000, stopped };
}

async function freshnessHooks(
  engine: RunEngine,
  kind: HookKind,
  lanes: Lanes,
  before: readonly RunResult[] = [],
): Promise<readonly RunResult[]> {
  const { behavior } = engine.invocation.runtime.flags;
  if (behavior.source_freshness_run_project_hooks === false) {
    const has = Object.values(engine.invocation.manifest.nodes).some(
      (node) => node.resource_type === "operation" && node.tags.includes(kind),
    );
    if (has) engine.invocation.events.emit(sourceFreshnessHooksNotRun());
    return [];
  }
  const extra = kind === "on-run-end" ? hookResults(engine.invocation, before) : {};
  return runHooks(engine, kind, lanes.master, extra);
}

async function measureAll(
  engine: RunEngine,
  lanes: Lanes,
  results: FreshnessResult[],
): Promise<void> {
  const { manifest, runtime, selected, signal } = engine.invocation;
  const sources = [...selected].sort().flatMap((id) => manifest.sources[id] ?? []);
  const width = runtime.flags.printerWidth;
  let next = 0;
  await Promise.all(
    lanes.workers.map(async (lane) => {
      for (let source = sources[next++]; source && !signal.aborted; source = sources[next++]) {
        const at = { index: sources.indexOf(source) + 1, total: sources.length, width };
        results.push(await measureFreshness(engine, source, lane, at));
      }
    }),
  );
}
