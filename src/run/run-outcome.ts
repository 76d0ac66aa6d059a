import type { EngineError } from "../errors/engine-error.ts";
import type { RunResult } from "../manifest/run-result.ts";
import type { CompilableNode } from "../manifest/nodes.ts";

/** What a command that executes nodes gives back. */
export interface RunOutcome {
  /** In the order in which nodes finished; hooks included. */
  readonly results: readonly RunResult[];
  /** Nodes as compiled (`compiled_code`, `extra_ctes`, `compiled_path`), for the manifest written at the end. */
  readonly compiled: ReadonlyMap<string, CompilableNode>;
  /** Seconds from the first hook to the last. */
  readonly elapsedSeconds: number;
  /** Why nodes were left out although nothing upstream failed. */
  readonly stopped?: "interrupted" | "fail_fast" | undefined;
  /** Why a hook at the end could not even be compiled. The nodes have their results all the same. */
  readonly failure?: EngineError | undefined;
}
