import { EngineError } from "../../errors/engine-error.ts";
import { pythonError, withMacroFrame } from "../../errors/jinja-errors.ts";
import type { TemplateSource } from "../template-source.ts";

/**
 * The error with its place (the innermost one is kept) and, when it leaves a macro, with that
 * macro on its stack. What is not an error of ours passes: `return` travels this way too.
 */
export function located(
  error: unknown,
  source: TemplateSource,
  offset: number,
  macro: string | null,
): unknown {
  const engineError = asEngineError(error);
  if (engineError === undefined) return error;
  const placed =
    engineError.place === undefined
      ? engineError.with({ place: source.placeAt(offset) })
      : engineError;
  if (macro === null) return placed;
  return withMacroFrame(placed, { name: macro, path: source.path, line: source.lineAt(offset) });
}

function asEngineError(error: unknown): EngineError | undefined {
  if (error instanceof EngineError) return error;
  if (error instanceof RangeError && error.message.includes("call stack")) {
    return pythonError("RecursionError", "maximum recursion depth exceeded");
  }
  return undefined;
}
