import type { Lane } from "../context/statements.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { ModelNode } from "../manifest/nodes.ts";
import type { Executed } from "./executed.ts";
import type { RunEngine } from "./run-engine.ts";

export function runMicrobatch(
  _engine: RunEngine,
  _node: ModelNode,
  _lane: Lane,
): Promise<Executed> {
  return Promise.reject(notSupported("the incremental strategy microbatch"));
}
