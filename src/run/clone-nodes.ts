import { deferTarget } from "../context/defer-target.ts";
import type { Invocation } from "../context/invocation.ts";
import { isEphemeral } from "../context/node-facts.ts";
import { openLanes, type Lanes } from "../context/open-lanes.ts";
import type { Lane } from "../context/statements.ts";
import { bug } from "../errors/bug.ts";
import { nodeFinished, nodeStart } from "../events/lane-events.ts";
import { blankLine, concurrencyLine } from "../events/run-events.ts";
import { graphOf } from "../graph/graph.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { utcTimestamp } from "../util/utc-timestamp.ts";
import { createEngine } from "./engine/create-engine.ts";
import { failedBy, type Executed } from "./results/executed.ts";
import { isInterruption } from "./results/is-interruption.ts";
import { makeResult } from "./results/make-result.ts";
import { materialize } from "./nodes/materialize.ts";
import { nodeInfoOf } from "./results/node-info.ts";
import { prepareSchemas } from "./engine/prepare-schemas.ts";
import type { RunEngine } from "./engine/run-engine.ts";
import { runLanes } from "./schedule/run-lanes.ts";
import type { RunOutcome } from "./run-outcome.ts";
import { createSchedule } from "./schedule/schedule.ts";
import { startStopwatch } from "./results/stopwatch.ts";

/**
 * Makes the selected relations from those of the state that is deferred to. No node waits for
 * another, nothing is compiled, and the project's hooks do not run.
 */
export async function cloneNodes(invocation: Invocation): Promise<RunOutcome> {
  const { events, now, runtime, adapter } = invocation;
  const threads = runtime.flags.threads ?? runtime.profile.threads;
  const started = now().getTime();
  events.emit(blankLine());
  events.emit(concurrencyLine(threads, runtime.profile.targetName));
  events.emit(blankLine());
  const lanes = openLanes(adapter, threads);
  const engine = createEngine(invocation);
  try {
    await prepareSchemas(engine, lanes.master);
    await listOrigins(engine);
    const { results, stopped } = await cloneAll(engine, lanes);
    const elapsedSeconds = (now().getTime() - started) / 1000;
    return { results, compiled: new Map(), elapsedSeconds, stopped };
  } finally {
    await lanes.close();
  }
}

/** The schemas that are cloned from; they may be gone, and then have nothing in them. */
async function listOrigins({ invocation, skeleton }: RunEngine): Promise<void> {
  const { adapter, manifest, selected, runtime } = invocation;
  if (!runtime.flags.populateCache) return;
  const existing = new Set(
    (await adapter.catalog.listSchemas()).map((schema) => schema.toLowerCase()),
  );
  const origins = [...selected].flatMap((id) => {
    const node = manifest.nodes[id];
    const schema = node && deferTarget(invocation, node)?.schema;
    return schema !== undefined && existing.has(schema.toLowerCase()) ? [schema] : [];
  });
  await skeleton.cache.fill(origins);
}

async function cloneAll(
  engine: RunEngine,
  lanes: Lanes,
): Promise<Pick<RunOutcome, "results" | "stopped">> {
  const { manifest, selected, signal } = engine.invocation;
  const results: RunResult[] = [];
  try {
    await runLanes(createSchedule(graphOf(selected, []), selected), {
      lanes: lanes.workers.length,
      isStopped: () => signal.aborted,
      work: async (id, laneNumber) => {
        const node = manifest.nodes[id];
        const lane = lanes.workers[laneNumber] ?? lanes.master;
        if (!node) throw bug(`"${id}" is selected, and it is not in the manifest`);
        const result = await lanes.track(id, () => cloneNode(engine, node, lane));
        if (!isEphemeral(node)) results.push(result);
      },
    });
  } catch (error) {
    if (!isInterruption(error)) throw error;
    await lanes.cancel();
    return { results, stopped: "interrupted" };
  }
  return { results, stopped: signal.aborted ? "interrupted" : undefined };
}

async function cloneNode(engine: RunEngine, node: ManifestNode, lane: Lane): Promise<RunResult> {
  const { events, now } = engine.invocation;
  const watch = startStopwatch(now);
  const startedAt = utcTimestamp(watch.startedAt);
  events.emit(nodeStart(nodeInfoOf(node, { status: "started", startedAt })));
  await watch.time("compile", () => Promise.resolve());
  const executed = await watch
    .time("execute", () => executeClone(engine, node, lane))
    .catch((error: unknown) => failedBy(error, node));
  const result = makeResult(node, executed, { watch, threadName: lane.threadName });
  const finishedAt = utcTimestamp(now());
  events.emit(nodeFinished(nodeInfoOf(node, { status: result.status, startedAt, finishedAt })));
  return result;
}

async function executeClone(engine: RunEngine, node: ManifestNode, lane: Lane): Promise<Executed> {
  const { context } = await materialize(engine, node, { lane }, "clone");
  const main = context.results.read("main");
  return {
    status: "success",
    message: main ? main.response._message : "No-op",
    response: main ? { ...main.response } : {},
    failures: null,
  };
}
