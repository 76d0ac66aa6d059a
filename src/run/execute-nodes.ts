import type { Invocation } from "../context/invocation.ts";
import { EngineError } from "../errors/engine-error.ts";
import { logCancelLine } from "../events/lane-events.ts";
import { blankLine, concurrencyLine, finishedRunning } from "../events/run-events.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { addTestEdges } from "../graph/add-test-edges.ts";
import { buildGraph } from "../graph/build-graph.ts";
import { createEngine } from "./engine/create-engine.ts";
import { countedAs } from "./results/describe-node.ts";
import { hookResults } from "./hooks/hook-results.ts";
import { openLanes, type Lanes } from "../context/open-lanes.ts";
import { prepareSchemas } from "./engine/prepare-schemas.ts";
import type { RunEngine } from "./engine/run-engine.ts";
import { runHooks } from "./hooks/run-hooks.ts";
import { isInterruption } from "./results/is-interruption.ts";
import type { RunOutcome } from "./run-outcome.ts";
import {
  resourceOf,
  runSelection,
  skipSelection,
  type SelectionRun,
} from "./schedule/run-selection.ts";

/**
 * Runs the selected nodes in the order of their references: schemas, on-run-start hooks, nodes on
 * `threads` lanes, on-run-end hooks. The command (`runtime.flags.which`) decides what a node does
 * and whether failing tests hold up what is downstream (`build`).
 * Emits the lines from "Concurrency" to "Finished running"; the summary after it is the caller's.
 * Rejects only when nothing could start (bad schema, failing compile of a hook at the start); else
 * every node has a result.
 */
export async function executeNodes(invocation: Invocation): Promise<RunOutcome> {
  const { events, now, runtime, adapter } = invocation;
  const threads = runtime.flags.threads ?? runtime.profile.threads;
  const started = now().getTime();
  const elapsed = (): number => (now().getTime() - started) / 1000;
  events.emit(blankLine());
  events.emit(concurrencyLine(threads, runtime.profile.targetName));
  events.emit(blankLine());
  const lanes = openLanes(adapter, threads);
  const failFast = new AbortController();
  const engine = createEngine({
    ...invocation,
    signal: AbortSignal.any([invocation.signal, failFast.signal]),
  });
  // At the moment of Ctrl-C, while it is known what was at work.
  const announce = (): void => {
    announceCancelled(engine, lanes);
  };
  invocation.signal.addEventListener("abort", announce, { once: true });
  try {
    const run = await runAll(engine, lanes, failFast);
    events.emit(blankLine());
    events.emit(finishedRunning(countsOf(invocation, run.results), elapsed()));
    return {
      results: run.results,
      compiled: await compiledNodes(engine),
      elapsedSeconds: elapsed(),
      stopped: run.stopped,
      failure: run.failure,
    };
  } finally {
    invocation.signal.removeEventListener("abort", announce);
    await lanes.close();
  }
}

async function runAll(
  engine: RunEngine,
  lanes: Lanes,
  failFast: AbortController,
): Promise<Pick<RunOutcome, "results" | "stopped" | "failure">> {
  const { invocation } = engine;
  const results: RunResult[] = [];
  try {
    await prepareSchemas(engine, lanes.master);
    results.push(...(await runHooks(engine, "on-run-start", lanes.master)));
    const nodes = await runOrSkip(engine, lanes, failFast, results);
    // As in dbt: where a hook kept all nodes from running, the hooks at the end see no results.
    const seen = nodes.hooksFailed ? [] : [...results, ...nodes.results];
    results.push(...nodes.results);
    if (nodes.stopped === "interrupted") return { results, stopped: "interrupted" };
    // What fail-fast stopped is over; the hooks at the end run as ever.
    const last = { ...engine, invocation };
    const end = await runLastHooks(last, lanes.master, seen);
    return { ...end, results: [...results, ...end.results], stopped: nodes.stopped };
  } catch (error) {
    if (!isInterruption(error)) throw error;
    await cancelLanes(engine, lanes);
    return { results, stopped: "interrupted" };
  }
}

/** The hooks at the end. One that does not compile must not cost the nodes' results. */
async function runLastHooks(
  engine: RunEngine,
  lane: Lanes["master"],
  seen: readonly RunResult[],
): Promise<Pick<RunOutcome, "results" | "failure">> {
  try {
    const results = await runHooks(
      engine,
      "on-run-end",
      lane,
      hookResults(engine.invocation, seen),
    );
    return { results };
  } catch (error) {
    if (isInterruption(error) || !(error instanceof EngineError)) throw error;
    return { results: [], failure: error };
  }
}

async function runOrSkip(
  engine: RunEngine,
  lanes: Lanes,
  failFast: AbortController,
  hooks: readonly RunResult[],
): Promise<SelectionRun & { readonly hooksFailed: boolean }> {
  const { manifest, runtime } = engine.invocation;
  const { behavior, which } = runtime.flags;
  const hookFailed = hooks.some((result) => result.status !== "success");
  if (hookFailed && (behavior.skip_nodes_if_on_run_start_fails ?? false)) {
    return { results: skipSelection(engine), stopped: undefined, hooksFailed: true };
  }
  const graph = buildGraph(manifest);
  const run = await runSelection(engine, {
    graph: which === "build" ? addTestEdges(graph, manifest) : graph,
    lanes,
    failFast,
  });
  if (run.stopped !== undefined) await cancelLanes(engine, lanes);
  return { ...run, hooksFailed: false };
}

async function cancelLanes(engine: RunEngine, lanes: Lanes): Promise<void> {
  announceCancelled(engine, lanes);
  await lanes.cancel();
}

function announceCancelled({ invocation }: RunEngine, lanes: Lanes): void {
  for (const name of lanes.busy()) {
    invocation.events.emit(logCancelLine(name, invocation.runtime.flags.printerWidth));
  }
}

function countsOf(invocation: Invocation, results: readonly RunResult[]): string[] {
  return results.map(({ unique_id }) => countedAs(resourceOf(invocation.manifest, unique_id)));
}

/** Every node with what compiling added, for the manifest that is written at the end. */
async function compiledNodes(engine: RunEngine): Promise<RunOutcome["compiled"]> {
  const compiled = new Map(engine.compiled);
  for (const [id, compiling] of engine.compiler.ephemerals) {
    const settled = await compiling.catch(() => undefined);
    if (settled && !compiled.has(id)) compiled.set(id, settled.node);
  }
  return compiled;
}
