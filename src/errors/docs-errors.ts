import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function docNotFound(
  name: string,
  packageName: string | null,
  suggestion: string | undefined,
  place: Place,
): EngineError {
  const where = packageName === null ? "" : ` in the package "${packageName}"`;
  return new EngineError({
    code: "DOC_NOT_FOUND",
    message: `There is no docs block called "${name}"${where}.`,
    place,
    hint:
      suggestion === undefined || suggestion === name ? undefined : `Did you mean "${suggestion}"?`,
  });
}
