import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { CompilableNode } from "../manifest/nodes.ts";
import type { RunResult } from "../manifest/run-result.ts";

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
export function compileNodes(_invocation: Invocation): Promise<CompileOutcome> {
  return Promise.reject(notSupported("compiling nodes"));
}
