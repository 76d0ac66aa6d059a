import type { Cell, ResultColumn } from "../adapter/connection.ts";
import { createNodeContext } from "../context/create-node-context.ts";
import type { Invocation } from "../context/invocation.ts";
import { openLanes } from "../context/open-lanes.ts";
import { seedPreview } from "../context/seed-preview.ts";
import { bug } from "../errors/bug.ts";
import { EngineError } from "../errors/engine-error.ts";
import type { CompilableNode, SeedNode } from "../manifest/nodes.ts";
import { createEngine } from "./engine/create-engine.ts";
import { findMacro } from "./engine/find-macro.ts";
import type { Lane } from "../context/statements.ts";
import type { RunResult } from "../manifest/run-result.ts";
import type { Executed } from "./results/executed.ts";
import { makeResult } from "./results/make-result.ts";
import { startStopwatch } from "./results/stopwatch.ts";

export interface Preview {
  /** The node as compiled; seeds as they are. */
  readonly node: CompilableNode | SeedNode;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The entry of run_results.json. */
  readonly result: RunResult;
}

/** `show`: the first rows of a node's query; `limit` undefined means all. Seeds show their file. */
export async function previewNode(
  invocation: Invocation,
  id: string,
  limit: number | undefined,
): Promise<Preview> {
  const node = invocation.manifest.nodes[id];
  if (!node) throw bug(`"${id}" is not in the manifest`);
  if (node.resource_type === "seed") return previewSeed(invocation, node);
  const lanes = openLanes(invocation.adapter, 1);
  try {
    return await previewQuery(invocation, node, { limit, lane: lanes.workers[0] ?? lanes.master });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw error.with({ place: { path: node.original_file_path }, node: id });
  } finally {
    await lanes.close();
  }
}

async function previewSeed(invocation: Invocation, node: SeedNode): Promise<Preview> {
  const watch = startStopwatch(invocation.now);
  const preview = await watch.time("execute", () => seedPreview(invocation, node));
  const at = { watch, threadName: "main" };
  return { node, ...preview, result: makeResult(node, SHOWN, at) };
}

const SHOWN: Executed = { status: "success", message: null, response: {}, failures: null };

async function previewQuery(
  invocation: Invocation,
  node: CompilableNode,
  { limit, lane }: { readonly limit: number | undefined; readonly lane: Lane },
): Promise<Preview> {
  const engine = createEngine(invocation);
  const watch = startStopwatch(invocation.now);
  const compiled = await watch.time("compile", () => engine.compiler.compile(node, { lane }));
  return watch.time("execute", async () => {
    const context = createNodeContext(engine.skeleton, compiled, { lane });
    const sql = await context.call(findMacro(invocation.manifest, "get_show_sql"), {
      compiled_code: compiled.compiled_code ?? "",
      sql_header: compiled.config.sql_header ?? null,
      limit: limit ?? null,
    });
    const { columns, rows, response } = await context.statements.execute(String(sql));
    const shown = { ...compiled, compiled_code: String(sql) };
    const executed = { ...SHOWN, response: { ...response } };
    const result = makeResult(shown, executed, { watch, threadName: lane.threadName });
    return { node: compiled, columns, rows, result };
  });
}
