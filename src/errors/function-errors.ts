import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function functionOverload(
  name: string,
  overload: string,
  fault: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "FUNCTION_OVERLOAD",
    message: `The function "${name}" ${fault} the overload "${overload}".`,
    place,
    hint: `An overload is a file of its own in functions/, used by one function only.`,
  });
}
