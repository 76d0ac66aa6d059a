import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function ambiguousRef(name: string, ids: readonly string[]): EngineError {
  return new EngineError({
    code: "REF_AMBIGUOUS",
    message: `Several packages have a node called "${name}": ${ids.join(", ")}.`,
    hint: `Name the package: ref('package', '${name}').`,
  });
}

export interface MissingTarget {
  /** Unique id and name of the node that refers. */
  readonly node: string;
  /** `ref('x')` or `source('a', 'b')` as the user would write it. */
  readonly reference: string;
  /** `model, seed or snapshot`, `source`, `metric`, `function`. */
  readonly kind: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly place: Place;
  readonly suggestion: string | undefined;
}

/** What a node refers to is not there, or disabled. */
export function targetNotFound(missing: MissingTarget): EngineError {
  const { node, reference, kind, name, disabled, place, suggestion } = missing;
  const fault = disabled ? "which is disabled" : `but there is no ${kind} "${name}"`;
  return new EngineError({
    code: disabled ? "REF_DISABLED" : "REF_NOT_FOUND",
    message: `"${node}" depends on ${reference}, ${fault}.`,
    place,
    hint: suggestion === undefined ? hintFor(name, disabled) : `Did you mean "${suggestion}"?`,
    node,
  });
}

function hintFor(name: string, disabled: boolean): string {
  return disabled
    ? `Enable "${name}" or remove the reference.`
    : "List the names that there are with: dbt-glue ls --output name";
}

export function referenceExpected(text: string, place: Place): EngineError {
  return new EngineError({
    code: "REFERENCE_EXPECTED",
    message: `"${text}" must be a call of ref() or source() with plain names.`,
    place,
    hint: "Write for example ref('orders') or source('shop', 'orders').",
  });
}

export interface DeniedAccess {
  readonly node: string;
  readonly target: string;
  readonly access: string;
  readonly scope: string;
  readonly place: Place;
}

export function accessDenied({ node, target, access, scope, place }: DeniedAccess): EngineError {
  return new EngineError({
    code: "REF_ACCESS",
    message: `"${node}" refers to "${target}", which is ${access} to ${scope}.`,
    place,
    hint:
      access === "private"
        ? "Put both into the same group, or make the model protected or public."
        : "Ask the package's owners to make the model public.",
    node,
  });
}
