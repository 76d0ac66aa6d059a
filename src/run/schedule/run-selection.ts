import { isEphemeral } from "../../context/node-facts.ts";
import type { Lane } from "../../context/statements.ts";
import { bug } from "../../errors/bug.ts";
import { logSkipBecauseError, logSkippedNode } from "../../events/node-events.ts";
import type { Graph } from "../../graph/graph.ts";
import { descendantsOf } from "../../graph/relatives.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import type { RunResult } from "../../manifest/run-result.ts";
import { utcTimestamp } from "../../util/utc-timestamp.ts";
import { skippedResult } from "../results/make-result.ts";
import { nodeInfoOf, type Runnable } from "../results/node-info.ts";
import type { Position } from "../results/node-lines.ts";
import type { Lanes } from "../../context/open-lanes.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { runLanes } from "./run-lanes.ts";
import { isInterruption } from "../results/is-interruption.ts";
import { runNode } from "../nodes/run-node.ts";
import type { RunOutcome } from "../run-outcome.ts";
import { createSchedule } from "./schedule.ts";
import { unitTestsByModel } from "../unit-test/unit-tests-by-model.ts";

export interface SelectionRun {
  readonly results: readonly RunResult[];
  readonly stopped: RunOutcome["stopped"];
}

export interface SelectionOptions {
  readonly graph: Graph;
  readonly lanes: Lanes;
  /** Fires on the first failure under --fail-fast, and cancels what runs. */
  readonly failFast: AbortController;
}

/** A node that did not succeed, for those that are skipped because of it. */
interface SkipCause {
  /** The result of an ephemeral parent that did not compile. */
  readonly ephemeral: RunResult | undefined;
}

/** In a build, unit tests run with their model and are not queued themselves. */
function queuedOf(engine: RunEngine, selected: ReadonlySet<string>): ReadonlySet<string> {
  const { manifest, runtime } = engine.invocation;
  if (runtime.flags.which !== "build") return selected;
  return new Set([...selected].filter((id) => !manifest.unit_tests[id]));
}

/** Works the selected nodes off, skipping what is downstream of failures. */
export async function runSelection(
  engine: RunEngine,
  { graph, lanes, failFast }: SelectionOptions,
): Promise<SelectionRun> {
  const { manifest, runtime, selected } = engine.invocation;
  const { which } = runtime.flags;
  const unitTests = which === "build" ? unitTestsByModel(manifest, selected) : NO_UNIT_TESTS;
  const queued = queuedOf(engine, selected);
  const positions = createPositions(engine, selected);
  const skipped = new Map<string, SkipCause>();
  const results: RunResult[] = [];
  let stopped: SelectionRun["stopped"];
  const finish = (node: Runnable, result: RunResult): void => {
    if (!isEphemeralNode(node)) results.push(result);
    if (isFailure(result) && runtime.flags.failFast) {
      stopped ??= "fail_fast";
      failFast.abort();
    }
    if (!blocks(result, which) || continuesOnError(node)) return;
    const cause = { ephemeral: isEphemeralNode(node) ? result : undefined };
    for (const id of descendantsOf(graph, [node.unique_id])) skipped.set(id, cause);
  };
  const runOne = async (
    node: Runnable,
    lane: Lane,
    cause: SkipCause | undefined,
  ): Promise<void> => {
    const at = isEphemeralNode(node) ? undefined : positions.next();
    const result = cause
      ? skipNode(engine, node, at, { cause, lane })
      : await runNode(engine, node, lane, at);
    finish(node, result);
  };

  const work = async (id: string, laneNumber: number): Promise<void> => {
    const lane = lanes.workers[laneNumber] ?? lanes.master;
    const node = resourceOf(manifest, id);
    const upstream = skipped.get(id);
    for (const test of unitTests.get(id) ?? []) {
      await runOne(test, lane, upstream && { ephemeral: undefined });
      const last = results.at(-1);
      if (last?.unique_id === test.unique_id && blocks(last, which)) {
        skipped.set(id, { ephemeral: undefined });
      }
    }
    await runOne(node, lane, skipped.get(id));
  };

  try {
    await runLanes(createSchedule(graph, queued), {
      lanes: lanes.workers.length,
      isStopped: () => stopped !== undefined || engine.invocation.signal.aborted,
      work: (id, lane) => lanes.track(id, () => work(id, lane)),
    });
    if (stopped === undefined && engine.invocation.signal.aborted) stopped = "interrupted";
  } catch (error) {
    if (!isInterruption(error)) throw error;
    stopped ??= "interrupted";
  }
  if (stopped === "fail_fast") results.push(...leftOut(engine, queued, results));
  return { results, stopped };
}

const NO_UNIT_TESTS: ReturnType<typeof unitTestsByModel> = new Map();

/** Everything selected is skipped: an on-run-start hook failed. */
export function skipSelection(engine: RunEngine): RunResult[] {
  const { events, manifest, runtime, selected } = engine.invocation;
  const nodes = [...selected].map((id) => resourceOf(manifest, id));
  const total = nodes.filter((node) => !isEphemeralNode(node)).length;
  return nodes.map((node, index) => {
    const at = { index: index + 1, total, width: runtime.flags.printerWidth };
    events.emit(logSkippedNode(at, skippedFacts(node)));
    return skippedResult(node, "main");
  });
}

/** What a unique id names. */
export function resourceOf(manifest: Manifest, id: string): Runnable {
  const found =
    manifest.nodes[id] ??
    manifest.sources[id] ??
    manifest.unit_tests[id] ??
    manifest.exposures[id] ??
    manifest.saved_queries[id] ??
    manifest.functions[id];
  if (!found) throw bug(`"${id}" is selected, and it is not in the manifest`);
  return found;
}

function createPositions(
  engine: RunEngine,
  selected: ReadonlySet<string>,
): { next: () => Position } {
  const { manifest, runtime } = engine.invocation;
  const counted = [...selected].filter((id) => !isEphemeralNode(resourceOf(manifest, id)));
  let index = 0;
  return {
    next: () => ({ index: ++index, total: counted.length, width: runtime.flags.printerWidth }),
  };
}

function isEphemeralNode(node: Runnable): boolean {
  return node.resource_type === "model" && isEphemeral(node);
}

function isFailure({ status }: RunResult): boolean {
  return status === "error" || status === "fail" || status === "partial success";
}

/** In a build, tests and what was skipped hold up what is downstream too. */
function blocks({ status }: RunResult, which: string): boolean {
  if (status === "error" || status === "partial success") return true;
  return which === "build" && (status === "fail" || status === "skipped");
}

function continuesOnError(node: Runnable): boolean {
  return node.resource_type === "model" && node.config.on_error === "continue";
}

function skipNode(
  engine: RunEngine,
  node: Runnable,
  at: Position | undefined,
  { cause, lane }: { readonly cause: SkipCause; readonly lane: Lane },
): RunResult {
  const { events, now } = engine.invocation;
  if (!at) return skippedResult(node, lane.threadName);
  const info = nodeInfoOf(node, { status: "skipped", startedAt: utcTimestamp(now()) });
  const position = { ...at, node: info };
  const facts = skippedFacts(node);
  if (!cause.ephemeral) {
    events.emit(logSkippedNode(position, facts));
    return skippedResult(node, lane.threadName);
  }
  const { status, unique_id: parent } = cause.ephemeral;
  events.emit(
    logSkipBecauseError(position, { schema: facts.schema, relation: facts.name, status }),
  );
  const message = `Compilation Error in ${node.unique_id}, caused by compilation error in referenced ephemeral model ${parent}`;
  return skippedResult(node, lane.threadName, message);
}

function skippedFacts(node: Runnable): Parameters<typeof logSkippedNode>[1] {
  const schema = "schema" in node && typeof node.schema === "string" ? node.schema : "";
  return { resourceType: node.resource_type, schema, name: node.name };
}

/** What --fail-fast did not let start or end. */
function leftOut(
  engine: RunEngine,
  queued: ReadonlySet<string>,
  results: readonly RunResult[],
): RunResult[] {
  const finished = new Set(results.map((result) => result.unique_id));
  return [...queued]
    .filter((id) => !finished.has(id))
    .map((id) =>
      skippedResult(
        resourceOf(engine.invocation.manifest, id),
        "main",
        "Skipping due to fail_fast",
      ),
    );
}
