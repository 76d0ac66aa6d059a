import { EngineError } from "../../errors/engine-error.ts";

/** Work was ended from outside: nothing is wrong with the node. */
export function isInterruption(error: unknown): boolean {
  return error instanceof EngineError && error.kind === "interrupted";
}
