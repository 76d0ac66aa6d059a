import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** A file of macros, snapshots or docs whose blocks do not fit together. */
export function brokenBlock(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "JINJA_BLOCK", message, place, hint });
}

/** A block of the file that should define exactly one macro. */
export function notOneMacro(found: number, place: Place): EngineError {
  return new EngineError({
    code: "JINJA_BLOCK",
    message: `This block defines ${String(found)} macros, one was expected.`,
    place,
    hint: "Move macros that stand inside another one to the top of the file.",
  });
}

/** `adapter.dispatch` found nothing. dbt's wording: users search for it. */
export function dispatchNotFound(
  name: string,
  namespace: string | null,
  attempts: readonly string[],
): EngineError {
  const searched = attempts.map((attempt) => `'${attempt}'`).join(", ");
  return new EngineError({
    code: "MACRO_DISPATCH",
    message: `In dispatch: No macro named '${name}' found within namespace: '${namespace ?? "None"}'\n    Searched for: ${searched}`,
  });
}

/** `adapter.dispatch` with arguments it does not take. */
export function dispatchArgument(message: string): EngineError {
  return new EngineError({ code: "MACRO_DISPATCH", message });
}
