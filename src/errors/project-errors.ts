import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** `model.shop.orders` -> `model "orders"` */
export function resourceText(id: string): string {
  const [kind = "resource", , ...name] = id.split(".");
  return `${kind.replaceAll("_", " ")} "${name.join(".")}"`;
}

export function duplicateResource(id: string, first: Place, second: Place): EngineError {
  const files =
    first.path === second.path
      ? `twice in ${first.path}`
      : `in ${first.path} and in ${second.path}`;
  return new EngineError({
    code: "DUPLICATE_RESOURCE",
    message: `The ${resourceText(id)} is defined ${files}.`,
    place: { line: 1, column: 1, ...second },
    hint: "Rename one of them, or remove it.",
    node: id,
  });
}

export function accessValue(
  node: string,
  found: string,
  known: readonly string[],
  place: Place,
): EngineError {
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

export function duplicateSourcePatch(source: string, first: Place, second: Place): EngineError {
  return new EngineError({
    code: "DUPLICATE_SOURCE_OVERRIDE",
    message: `The source "${source}" is overridden in ${first.path} and again in ${second.path}.`,
    place: second,
    hint: "Put both into one entry.",
  });
}

export function groupUnknown(
  node: string,
  group: string,
  suggestion: string | undefined,
  place: Place,
): EngineError {
  return new EngineError({
    code: "GROUP_UNKNOWN",
    message: `The ${resourceText(node)} is in the group "${group}", which is not defined.`,
    place,
    hint:
      suggestion === undefined
        ? "Define it under `groups:` in a properties file."
        : `Did you mean "${suggestion}"?`,
    node,
  });
}

export function publicEphemeral(node: string, place: Place): EngineError {
  return new EngineError({
    code: "PUBLIC_EPHEMERAL",
    message: `The ${resourceText(node)} is ephemeral and cannot have public access.`,
    place,
    hint: "Materialize it, or make it protected.",
    node,
  });
}

/** `fault` is the rest of a sentence that begins with the snapshot. */
export function snapshotConfig(node: string, fault: string, place: Place): EngineError {
  return new EngineError({
    code: "SNAPSHOT_CONFIG",
    message: `The ${resourceText(node)} ${fault}`,
    place,
    node,
  });
}

export interface WrongConfig {
  readonly name: string;
  readonly expected: string;
  readonly found: unknown;
}

export function microbatchConfig(
  node: string,
  { name, expected, found }: WrongConfig,
  place: Place,
): EngineError {
  const isMissing = found === null || found === undefined;
  const fault = isMissing ? "is missing" : `is ${JSON.stringify(found)}`;
  return new EngineError({
    code: "MICROBATCH_CONFIG",
    message: `The config "${name}" of the microbatch ${resourceText(node)} ${fault}; it must be ${expected}.`,
    place,
    node,
  });
}

export function spacesInName(ids: readonly string[], place: Place): EngineError {
  return new EngineError({
    code: "NAME_WITH_SPACES",
    message: `Names of resources cannot contain spaces: ${ids.map((id) => `"${id}"`).join(", ")}.`,
    place,
    hint: "Rename them without spaces.",
  });
}

export function ambiguousAlias(
  relation: string,
  first: string,
  second: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "AMBIGUOUS_ALIAS",
    message: `"${first}" and "${second}" would both be built as ${relation}.`,
    place,
    hint: "Give one of them another alias or schema.",
    node: second,
  });
}

export function duplicateName(
  name: string,
  first: string,
  second: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "DUPLICATE_NAME",
    message: `"${first}" and "${second}" have the same name "${name}".`,
    place,
    hint: "Rename one of them.",
    node: second,
  });
}
