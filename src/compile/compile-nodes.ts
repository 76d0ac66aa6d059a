import { createSkeleton } from "../context/create-skeleton.ts";
import type { Invocation } from "../context/invocation.ts";
import { isEphemeral } from "../context/node-facts.ts";
import { openLanes } from "../context/open-lanes.ts";
import { EngineError } from "../errors/engine-error.ts";
import { topologicalOrder } from "../graph/topological-order.ts";
import { buildGraph } from "../graph/build-graph.ts";
import type { CompilableNode, ManifestNode } from "../manifest/nodes.ts";
import type { RunResult, TimingInfo } from "../manifest/run-result.ts";
import { utcTimestamp } from "../util/utc-timestamp.ts";
import { createCompiler } from "./compiler.ts";

export interface CompileOutcome {
  /** One per node, in the order of the graph. */
  readonly results: readonly RunResult[];
  readonly compiled: ReadonlyMap<string, CompilableNode>;
  readonly elapsedSeconds: number;
}

/**
 * `compile`: renders the selected nodes and writes them under target/compiled. Rejects at the first
 * node that fails, as dbt does.
 */
export async function compileNodes(invocation: Invocation): Promise<CompileOutcome> {
  const { adapter, manifest, now, runtime, selected } = invocation;
  const { select } = runtime.flags;
  const started = now().getTime();
  const compiler = createCompiler(createSkeleton(invocation));
  const lanes = openLanes(adapter, 1, runtime.flags.introspect);
  const compiled = new Map<string, CompilableNode>();
  const results: RunResult[] = [];
  try {
    for (const id of topologicalOrder(buildGraph(manifest), selected)) {
      const node = manifest.nodes[id] ?? manifest.functions[id];
      if (!node) continue;
      const from = now();
      if (node.resource_type !== "seed") {
        compiled.set(id, await compileOrExplain(compiler, node, lanes.workers[0] ?? lanes.master));
      }
      // dbt lists ephemeral models only where nodes were named.
      if (isEphemeral(node) && select.length === 0) continue;
      results.push(resultOf(compiled.get(id) ?? node, from, now()));
    }
    for (const [id, ephemeral] of compiler.ephemerals) {
      if (!compiled.has(id)) compiled.set(id, (await ephemeral).node);
    }
  } finally {
    await lanes.close();
  }
  return { results, compiled, elapsedSeconds: (now().getTime() - started) / 1000 };
}

async function compileOrExplain(
  compiler: ReturnType<typeof createCompiler>,
  node: CompilableNode,
  lane: Parameters<typeof compiler.compile>[1]["lane"],
): Promise<CompilableNode> {
  try {
    return await compiler.compile(node, { lane });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw error.with({ place: { path: node.original_file_path }, node: node.unique_id });
  }
}

function resultOf(node: ManifestNode, from: Date, to: Date): RunResult {
  const step = (name: TimingInfo["name"], start: Date): TimingInfo => ({
    name,
    started_at: utcTimestamp(start),
    completed_at: utcTimestamp(to),
  });
  const isSeed = node.resource_type === "seed";
  return {
    status: "success",
    timing: [step("compile", from), step("execute", to)],
    thread_id: "Thread-1 (worker)",
    execution_time: (to.getTime() - from.getTime()) / 1000,
    adapter_response: {},
    message: null,
    failures: null,
    unique_id: node.unique_id,
    compiled: isSeed ? null : node.compiled === true,
    compiled_code: isSeed ? null : (node.compiled_code ?? null),
    relation_name: node.relation_name,
    batch_results: null,
  };
}
