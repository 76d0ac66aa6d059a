import type { Cost } from "../../adapter/cost.ts";
import type { Lane } from "../../context/statements.ts";
import { isEphemeral } from "../../context/node-facts.ts";
import { bug } from "../../errors/bug.ts";
import { nodeCompiling, nodeExecuting, nodeFinished, nodeStart } from "../../events/lane-events.ts";
import type { CompilableNode, ModelNode } from "../../manifest/nodes.ts";
import type { RunResult } from "../../manifest/run-result.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";
import { failedBy, type Executed } from "../results/executed.ts";
import { makeResult } from "../results/make-result.ts";
import { nodeInfoOf, type Runnable } from "../results/node-info.ts";
import { endLine, startLine, type Position } from "../results/node-lines.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { runMicrobatch } from "../microbatch/run-microbatch.ts";
import { runsInBatches } from "../microbatch/runs-in-batches.ts";
import { runModel } from "./run-model.ts";
import { runTest } from "./run-test.ts";
import { runUnitTest } from "./run-unit-test.ts";
import { startStopwatch, type Stopwatch } from "../results/stopwatch.ts";

/**
 * Works one node off on a lane: its lines, compiling, executing. A failure of the node becomes its
 * result; only an interruption rejects.
 *
 * @param at - absent for ephemeral models: they are compiled, and nothing is said of them
 */
export async function runNode(
  engine: RunEngine,
  node: Runnable,
  lane: Lane,
  at: Position | undefined,
): Promise<RunResult> {
  const { adapter, events, now } = engine.invocation;
  const watch = startStopwatch(now);
  const startedAt = utcTimestamp(watch.startedAt);
  const info = nodeInfoOf(node, { status: "started", startedAt });
  events.emit(nodeStart(info));
  const line = at && startLine(node, at, info);
  if (line) events.emit(line);
  const worked = await work(engine, node, lane, watch).finally(() => lane.leave());
  const executed = withCost(worked.executed, adapter.cost?.ofNode(node.unique_id));
  const result = makeResult(worked.node, executed, { watch, threadName: lane.threadName });
  const finished = nodeInfoOf(worked.node, {
    status: result.status,
    startedAt,
    finishedAt: utcTimestamp(now()),
  });
  if (at) events.emit(endLine(worked.node, result, at, finished));
  events.emit(nodeFinished(finished));
  return result;
}

/** What the node's statements cost stands beside what the engine said of the last one. */
function withCost(executed: Executed, cost: Cost | undefined): Executed {
  if (!cost) return executed;
  const { response } = executed;
  return {
    ...executed,
    response: { ...response, dpu_seconds: cost.dpuSeconds, cost_usd: cost.usd },
  };
}

interface Worked {
  /** As far as it was compiled. */
  readonly node: Runnable;
  readonly executed: Executed;
}

async function work(
  engine: RunEngine,
  node: Runnable,
  lane: Lane,
  watch: Stopwatch,
): Promise<Worked> {
  let current = node;
  try {
    current = await watch.time("compile", () => compile(engine, node, lane));
    if (isModelLike(current) && isEphemeral(current)) {
      return { node: current, executed: NOTHING_EXECUTED };
    }
    const executed = await watch.time("execute", () => execute(engine, current, lane));
    return { node: current, executed };
  } catch (error) {
    return { node: current, executed: failedBy(error, node) };
  }
}

const NOTHING_EXECUTED: Executed = {
  status: "success",
  message: null,
  response: {},
  failures: null,
};

async function compile(engine: RunEngine, node: Runnable, lane: Lane): Promise<Runnable> {
  if (!isCompilable(node)) return node;
  // Every batch is compiled by itself.
  if (node.resource_type === "model" && runsInBatches(engine, node)) return node;
  const { events, now } = engine.invocation;
  events.emit(
    nodeCompiling(nodeInfoOf(node, { status: "compiling", startedAt: utcTimestamp(now()) })),
  );
  const compiled = await engine.compiler.compile(node, { lane });
  engine.compiled.set(node.unique_id, compiled);
  return compiled;
}

function isCompilable(node: Runnable): node is CompilableNode {
  return "raw_code" in node && node.resource_type !== "seed";
}

function isModelLike(node: Runnable): node is CompilableNode {
  return node.resource_type === "model";
}

function execute(engine: RunEngine, node: Runnable, lane: Lane): Promise<Executed> {
  const { events, now } = engine.invocation;
  events.emit(
    nodeExecuting(nodeInfoOf(node, { status: "executing", startedAt: utcTimestamp(now()) })),
  );
  switch (node.resource_type) {
    case "model":
      return executeModel(engine, node, lane);
    case "seed":
    case "snapshot":
    case "function":
      return runModel(engine, node, { lane });
    case "test":
      return runTest(engine, node, { lane });
    case "unit_test":
      return runUnitTest(engine, node, lane);
    case "exposure":
    case "saved_query":
      return Promise.resolve({ status: "no-op", message: "NO-OP", response: {}, failures: 0 });
    default:
      return Promise.reject(bug(`${node.unique_id} is nothing to run`));
  }
}

function executeModel(engine: RunEngine, node: ModelNode, lane: Lane): Promise<Executed> {
  return runsInBatches(engine, node)
    ? runMicrobatch(engine, node, lane)
    : runModel(engine, node, { lane });
}
