import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** A criterion such as `tagg:x`. The place is there when it stands in selectors.yml. */
export function selectorMethodUnknown({
  method,
  criterion,
  methods,
  suggestion,
  place,
}: {
  readonly method: string;
  readonly criterion: string;
  readonly methods: readonly string[];
  readonly suggestion: string | undefined;
  readonly place: Place | undefined;
}): EngineError {
  return new EngineError({
    code: "SELECTOR_METHOD_UNKNOWN",
    message: `"${method}" in "${criterion}" is no selection method. The methods are ${methods.join(", ")}.`,
    place,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}:"?`,
  });
}

/** A criterion that the grammar does not allow. */
export function selectorSyntax(criterion: string, reason: string, hint?: string): EngineError {
  return new EngineError({
    code: "SELECTOR_SYNTAX",
    message: `Cannot read the selection "${criterion}": ${reason}.`,
    hint,
  });
}

/** A value that the method does not take: `resource_type:modle`. */
export function selectorValue(
  method: string,
  value: string,
  expected: string,
  suggestion?: string,
): EngineError {
  return new EngineError({
    code: "SELECTOR_VALUE",
    message: `"${method}:${value}" selects nothing that there could be: ${method} takes ${expected}.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${method}:${suggestion}"?`,
  });
}

/** Something in selectors.yml. */
export function selectorDefinition(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "SELECTOR_DEFINITION", message, place, hint });
}

export function selectorNotFound(
  name: string,
  known: readonly string[],
  suggestion: string | undefined,
): EngineError {
  const list = known.map((one) => `"${one}"`).join(", ");
  return new EngineError({
    code: "SELECTOR_NOT_FOUND",
    message: `selectors.yml has no selector "${name}". It has ${list === "" ? "none" : list}.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  });
}

/** @param names - each refers to the next, the last to the first */
export function selectorCircle(names: readonly string[]): EngineError {
  return new EngineError({
    code: "SELECTOR_CIRCLE",
    message: `The selectors have a circular dependency: ${names.join(" --> ")}.`,
  });
}

/** A method that compares with an earlier state, without that state. */
export function stateMissing(method: string, file: string, where: string): EngineError {
  return new EngineError({
    code: "STATE_MISSING",
    message: `"${method}:" compares with an earlier run, but there is no ${file} in ${where}.`,
    hint: "Name the folder of the earlier run's artifacts with --state.",
  });
}

/** A breaking change of a versioned model's contract. */
export function contractBroken(
  model: string,
  path: string,
  changes: readonly string[],
): EngineError {
  const list = changes.map((change) => `\n  - ${change}`).join("");
  return new EngineError({
    code: "CONTRACT_BROKEN",
    message: `The contract of "${model}" has a breaking change:${list}`,
    place: { path },
    hint: "Undo the change, or make a new version of the model.",
    node: model,
  });
}
