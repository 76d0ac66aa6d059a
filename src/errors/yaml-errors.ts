import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** Text that is not YAML. `reason` is what the reader expected, as a clause without a full stop. */
export function yamlSyntax(reason: string, place: Place, hint: string | undefined): EngineError {
  return new EngineError({
    code: "YAML_SYNTAX",
    message: `Cannot read line ${place.line ?? 1} of ${place.path} as YAML: ${reason}.`,
    place,
    hint,
  });
}

/**
 * A value of another kind than its key takes.
 *
 * @param key - the key as a dotted path: `models.staging`
 * @param expected - with its article: `a list`, `a string`
 * @param found - the same for what stands there
 */
export function yamlWrongType(
  key: string,
  expected: string,
  found: string,
  place: Place,
): EngineError {
  const subject = key === "" ? `The file ${place.path}` : `"${key}"`;
  return new EngineError({
    code: "YAML_WRONG_TYPE",
    message: `${subject} must be ${expected}, but it is ${found}.`,
    place,
  });
}

/** A key that must be there is not. */
export function yamlMissingKey(key: string, parent: string, place: Place): EngineError {
  return new EngineError({
    code: "YAML_MISSING_KEY",
    message: `${parent === "" ? place.path : `"${parent}"`} lacks the key "${key}".`,
    place,
    hint: `Add \`${key}:\` here.`,
  });
}

/** A value outside the words that its key takes. */
export function yamlUnknownChoice(
  key: string,
  found: string,
  choices: readonly string[],
  place: Place,
): EngineError {
  const list = choices.map((choice) => `"${choice}"`).join(", ");
  return new EngineError({
    code: "YAML_UNKNOWN_CHOICE",
    message: `"${key}" is "${found}", but it must be one of ${list}.`,
    place,
  });
}
