import { EngineError } from "./engine-error.ts";

/** Whether a caught value is one of our own errors. */
export function isEngineError(error: unknown): error is EngineError {
  return error instanceof EngineError;
}
