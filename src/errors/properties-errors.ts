import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function propertiesNotMapping(found: string, place: Place): EngineError {
  return new EngineError({
    code: "PROPERTIES_FILE",
    message: `${place.path} must be a mapping of sections such as "models:" and "sources:", but it is ${found}.`,
    place,
  });
}

/** An entry of a section without the key that names it. */
export function entryWithoutName(section: string, place: Place): EngineError {
  return new EngineError({
    code: "PROPERTIES_NAME",
    message: `An entry of "${section}" in ${place.path} has no name.`,
    place,
    hint: "Add `name:` to it.",
  });
}

export function attributeTwice(attribute: string, owner: string, place: Place): EngineError {
  return new EngineError({
    code: "PROPERTIES_ATTRIBUTE_TWICE",
    message: `"${attribute}" of ${owner} is given both at the top and inside "config".`,
    place,
    hint: `Keep the "${attribute}" inside \`config:\`.`,
  });
}

/** Says in whose entry a fault lies, when the reader of a single value did not know. */
export function inEntry(error: EngineError, owner: string): EngineError {
  if (error.message.includes(`"${ownerName(owner)}"`)) return error;
  return new EngineError({
    code: error.code,
    kind: error.kind,
    message: `In ${owner}: ${error.message}`,
    place: error.place,
    hint: error.hint,
    macroStack: error.macroStack,
    cause: error.cause,
    node: error.node,
  });
}

function ownerName(owner: string): string {
  return /"([^"]*)"/.exec(owner)?.[1] ?? owner;
}

export function ownerWithoutName(kind: string, place: Place): EngineError {
  return new EngineError({
    code: "OWNER_NAME",
    message: `The owner of the ${kind} must have a "name" or an "email".`,
    place,
  });
}

/** A key that dbt does not know, where it takes only those that it knows. */
export function unknownProperty(
  form: string,
  key: string,
  suggestion: string | undefined,
  place: Place,
): EngineError {
  const article = /^[aeiou]/.test(form) && !form.startsWith("unit") ? "An" : "A";
  return new EngineError({
    code: "PROPERTIES_UNKNOWN_KEY",
    message: `${article} ${form} has no key "${key}".`,
    place,
    hint:
      suggestion === undefined
        ? "Remove it; facts of your own belong under `config: meta:`."
        : `Did you mean "${suggestion}"?`,
  });
}
