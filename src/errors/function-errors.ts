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

export function defaultBeforeRequired(name: string, argument: string, place: Place): EngineError {
  return new EngineError({
    code: "FUNCTION_ARGUMENT_ORDER",
    message: `The argument "${argument}" of the function "${name}" has no default but comes after one that has.`,
    place,
    hint: "Put arguments with default_value last.",
  });
}

export function javascriptFunction(name: string, place: Place): EngineError {
  return new EngineError({
    code: "FUNCTION_LANGUAGE",
    message: `The function "${name}" is written in JavaScript, which Spark does not run.`,
    place,
  });
}
