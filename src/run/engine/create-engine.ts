import { createCompiler } from "../../compile/compiler.ts";
import { createSkeleton } from "../../context/create-skeleton.ts";
import type { Invocation } from "../../context/invocation.ts";
import type { RunEngine } from "./run-engine.ts";

export function createEngine(invocation: Invocation): RunEngine {
  const skeleton = createSkeleton(invocation);
  return { invocation, skeleton, compiler: createCompiler(skeleton), compiled: new Map() };
}
