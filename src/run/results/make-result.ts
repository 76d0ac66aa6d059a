import type { RunResult } from "../../manifest/run-result.ts";
import type { Json } from "../../util/json.ts";
import type { Executed } from "./executed.ts";
import type { Runnable } from "./node-info.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** The entry of run_results.json for a node that was worked on. */
export function makeResult(
  node: Runnable,
  executed: Executed,
  at: { readonly watch: Stopwatch; readonly threadName: string },
): RunResult {
  return {
    ...compiledFacts(node),
    status: executed.status,
    timing: [...at.watch.timing],
    thread_id: at.threadName,
    execution_time: at.watch.seconds(),
    adapter_response: executed.response,
    message: executed.message,
    failures: executed.failures,
    unique_id: node.unique_id,
    batch_results: executed.batches ?? null,
  };
}

/** The entry for a node that was left out. */
export function skippedResult(
  node: Runnable,
  threadName: string,
  message: string | null = null,
): RunResult {
  return {
    ...compiledFacts(node),
    status: "skipped",
    timing: [],
    thread_id: threadName,
    execution_time: 0,
    adapter_response: {},
    message,
    failures: null,
    unique_id: node.unique_id,
    batch_results: null,
  };
}

function compiledFacts(
  node: Runnable,
): Pick<RunResult, "compiled" | "compiled_code" | "relation_name"> {
  const field = (name: string): Json | undefined =>
    Object.getOwnPropertyDescriptor(node, name)?.value as Json | undefined;
  const code = field("compiled_code");
  const relation = field("relation_name");
  return {
    compiled: "language" in node ? field("compiled") === true : null,
    compiled_code: typeof code === "string" ? code : null,
    relation_name: typeof relation === "string" ? relation : null,
  };
}
