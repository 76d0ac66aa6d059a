import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** `model.shop.orders` -> `model "orders"` */
export function resourceText(id: string): string {
  const [kind = "resource", , ...name] = id.split(".");
  return `${kind.replaceAll("_", " ")} "${name.join(".")}"`;
}

export function duplicateResource(id: string, first: Place, second: Place): EngineError {
  const files = first.path === second.path ? `twice in ${first.path}` : `in ${first.path} and in ${second.path}`;
  return new EngineError({
    code: "DUPLICATE_RESOURCE",
    message: `The ${resourceText(id)} is defined ${files}.`,
    place: second,
    hint: "Rename one of them, or remove it.",
    node: id,
  });
}

export function accessValue(node: string, found: string, known: readonly string[], place: Place): EngineError {
  return new EngineError({
    code: "ACCESS_VALUE",
    message: `The access of ${resourceText(node)} is "${found}", but must be one of ${known.join(", ")}.`,
    place,
    node,
  });
}

export function nullSchema(node: string, place: Place): EngineError {
  return new EngineError({
    code: "SCHEMA_NULL",
    message: `generate_schema_name gives no schema for the ${resourceText(node)}.`,
    place,
    hint: "Let the macro give a name, or turn the flag require_valid_schema_from_generate_schema_name off.",
    node,
  });
}

/** Two properties entries for one node. */
export function duplicatePatch(node: string, firstFile: string, second: Place): EngineError {
  return new EngineError({
    code: "DUPLICATE_PATCH",
    message: `The ${resourceText(node)} is described in ${firstFile} and again in ${second.path}.`,
    place: second,
    hint: "Put both into one entry.",
    node,
  });
}

/** One entry wants to enable a node of which there are several. */
export function severalDisabled(kind: string, name: string, place: Place): EngineError {
  return new EngineError({
    code: "SEVERAL_DISABLED",
    message: `There are several disabled nodes for the ${kind} "${name}", and ${place.path} does not say which one to enable.`,
    place,
    hint: "Enable one of them in dbt_project.yml or in its own file.",
  });
}

export function projectRule(message: string, place: Place, hint?: string): EngineError {
  return new EngineError({ code: "PROJECT_RULE", message, place, hint });
}

export function duplicateSourcePatch(source: string, first: Place, second: Place): EngineError {
  return new EngineError({
    code: "DUPLICATE_SOURCE_OVERRIDE",
    message: `The source "${source}" is overridden in ${first.path} and again in ${second.path}.`,
    place: second,
    hint: "Put both into one entry.",
  });
}
