import type { Compiler } from "../../compile/compiler.ts";
import type { ContextSkeleton } from "../../context/context-skeleton.ts";
import type { Invocation } from "../../context/invocation.ts";
import type { CompilableNode } from "../../manifest/nodes.ts";

/** What the runners of all nodes of one run share. */
export interface RunEngine {
  readonly invocation: Invocation;
  readonly skeleton: ContextSkeleton;
  readonly compiler: Compiler;
  /** Nodes as compiled, for the manifest that is written at the end. */
  readonly compiled: Map<string, CompilableNode>;
}
