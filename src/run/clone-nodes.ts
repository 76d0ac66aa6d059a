import { createNodeContext } from "../context/create-node-context.ts";
import type { Invocation } from "../context/invocation.ts";
import { isEphemeral } from "../context/node-facts.ts";
import { openLanes } from "../context/open-lanes.ts";
import type { Lane } from "../context/statements.ts";
import { EngineError } from "../errors/engine-error.ts";
import { materializationMissing } from "../errors/template-errors.ts";
import { renderError } from "../errors/render-error.ts";
import { blankLine, concurrencyLine, finishedRunning } from "../events/run-events.ts";
import { graphOf } from "../graph/graph.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { createEngine } from "./create-engine.ts";
import { countedAs } from "./describe-node.ts";
import type { Executed } from "./executed.ts";
import { makeResult } from "./make-result.ts";
import { enterRelations } from "./materialize.ts";
import { prepareSchemas } from "./prepare-schemas.ts";
import type { RunEngine } from "./run-engine.ts";
import { runLanes } from "./run-lanes.ts";
import { isInterruption } from "./is-interruption.ts";
import type { RunOutcome } from "./run-outcome.ts";
import { createSchedule } from "./schedule.ts";
import { startStopwatch } from "./stopwatch.ts";

/**
 * `clone`: makes the selected relations from those of `deferTo`, in any order and without hooks.
 * dbt prints no line per node here.
 */
export async function cloneNodes(invocation: Invocation): Promise<RunOutcome> {
  const { adapter, events, manifest, now, runtime, selected } = invocation;
  const threads = runtime.flags.threads ?? runtime.profile.threads;
  const watch = startStopwatch(now);
  events.emit(blankLine());
  events.emit(concurrencyLine(threads, runtime.profile.targetName));
  events.emit(blankLine());
  const engine = createEngine(invocation);
  const lanes = openLanes(adapter, threads);
  const results: RunResult[] = [];
  try {
    await prepareSchemas(engine, lanes.master);
    await runLanes(createSchedule(graphOf(selected, []), selected), {
      lanes: lanes.workers.length,
      isStopped: () => invocation.signal.aborted,
      work: async (id, number) => {
        const node = manifest.nodes[id];
        const lane = lanes.workers[number] ?? lanes.master;
        if (node && !isEphemeral(node)) results.push(await cloneNode(engine, node, lane));
      },
    });
  } finally {
    await lanes.close();
  }
  const kinds = results.flatMap(({ unique_id: id }) => {
    const node = manifest.nodes[id];
    return node ? [countedAs(node)] : [];
  });
  events.emit(blankLine());
  events.emit(finishedRunning(kinds, watch.seconds()));
  const stopped = invocation.signal.aborted ? "interrupted" : undefined;
  return { results, compiled: new Map(), elapsedSeconds: watch.seconds(), stopped };
}

async function cloneNode(engine: RunEngine, node: ManifestNode, lane: Lane): Promise<RunResult> {
  const watch = startStopwatch(engine.invocation.now);
  const executed = await watch.time("execute", () => attempt(engine, node, lane));
  return makeResult(node, executed, { watch, threadName: lane.threadName });
}

async function attempt(engine: RunEngine, node: ManifestNode, lane: Lane): Promise<Executed> {
  const macro = engine.skeleton.macros.findMaterialization("clone");
  if (!macro) throw materializationMissing("clone");
  const context = createNodeContext(engine.skeleton, node, { lane });
  try {
    enterRelations(engine, await context.call(macro), "clone");
  } catch (error) {
    if (!(error instanceof EngineError) || isInterruption(error)) throw error;
    const message = renderError(error.with({ place: { path: node.original_file_path } }));
    return { status: "error", message, response: {}, failures: null };
  }
  const response = context.results.read("main")?.response;
  return {
    status: "success",
    message: response?._message ?? "No-op",
    response: { ...response },
    failures: null,
  };
}
