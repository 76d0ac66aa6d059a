import { relationOfNode } from "../../context/locate-relation.ts";
import type { Lane } from "../../context/statements.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { BatchResults } from "../../manifest/run-result.ts";
import type { Executed } from "../results/executed.ts";
import { pointToLatestVersion } from "../nodes/latest-version-pointer.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { batchSizeOf, planWindows } from "./plan-windows.ts";
import { runBatch, skipBatch, type BatchOutcome, type BatchRun } from "./run-batch.ts";

/**
 * Builds a microbatch model batch by batch, oldest first. Where the first batch fails the others
 * are skipped; the hooks before the model run with the first batch, those after it with the last.
 * A retry builds the batches that failed.
 */
export async function runMicrobatch(
  engine: RunEngine,
  node: ModelNode,
  lane: Lane,
): Promise<Executed> {
  const size = batchSizeOf(node);
  const earlier = engine.invocation.retried?.batches.get(node.unique_id);
  const isIncremental = await buildsOnTable(engine, node);
  const windows = earlier
    ? earlier.failed.map(([start, end]) => ({ start: new Date(start), end: new Date(end) }))
    : planWindows(engine.invocation, node, { size, isIncremental });
  const outcomes: BatchOutcome[] = [];
  for (const [index, window] of windows.entries()) {
    const batch: BatchRun = {
      node: withHooksOf(node, index, windows.length),
      size,
      window,
      lane,
      isIncremental: index > 0 || isIncremental,
      at: { index: index + 1, total: windows.length },
    };
    const isSkipped = outcomes[0]?.succeeded === false;
    outcomes.push(isSkipped ? skipBatch(engine, batch) : await runBatch(engine, batch));
  }
  const executed = summary(outcomes, earlier);
  if (executed.status === "success") {
    const relation = relationOfNode(engine.skeleton, node);
    await pointToLatestVersion(engine, node, relation, lane);
  }
  return executed;
}

/** The model's table is there, and is not built anew. */
async function buildsOnTable(engine: RunEngine, node: ModelNode): Promise<boolean> {
  const { cache, invocation } = engine.skeleton;
  const found = await cache.find(node.schema, node.alias);
  if (found?.type !== "table") return false;
  const own = node.config.full_refresh;
  return typeof own === "boolean" ? !own : !invocation.runtime.flags.fullRefresh;
}

function withHooksOf(node: ModelNode, index: number, total: number): ModelNode {
  const config = {
    ...node.config,
    ...(index === 0 ? {} : { "pre-hook": [] }),
    ...(index === total - 1 ? {} : { "post-hook": [] }),
  };
  return { ...node, config };
}

function summary(outcomes: readonly BatchOutcome[], earlier: BatchResults | undefined): Executed {
  const windowsOf = (succeeded: boolean): BatchResults["failed"] =>
    outcomes.filter((outcome) => outcome.succeeded === succeeded).map(({ window }) => window);
  const [successful, failed] = [windowsOf(true), windowsOf(false)];
  const batches = { successful: [...successful, ...(earlier?.successful ?? [])], failed };
  const common = { response: {}, failures: 0, batches };
  if (failed.length === 0) return { ...common, status: "success", message: "SUCCESS" };
  if (successful.length === 0) return { ...common, status: "error", message: "ERROR" };
  const message = `PARTIAL SUCCESS (${successful.length}/${outcomes.length})`;
  return { ...common, status: "partial success", message };
}
