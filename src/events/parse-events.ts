import type { Place } from "../errors/place.ts";
import type { EngineEvent } from "./engine-event.ts";

function warning(name: string, code: string, message: string, place?: Place): EngineEvent {
  return { name, code, level: "warn", message, place };
}

/** A properties entry whose node is nowhere. */
export function noNodeForYamlKey(name: string, section: string, place: Place): EngineEvent {
  const message = `There is no node called "${name}", which is described under "${section}" in ${place.path}.`;
  return warning("NoNodeForYamlKey", "I058", message, place);
}

export interface WrongSection {
  readonly name: string;
  readonly kind: string;
  readonly section: string;
  readonly place: Place;
}

/** A properties entry under the heading of another kind. */
export function wrongResourceSchemaFile({ name, kind, section, place }: WrongSection): EngineEvent {
  const message = `"${name}" is a ${kind}, but ${place.path} describes it under "${section}". Move it to the section for each ${kind}.`;
  return warning("WrongResourceSchemaFile", "I057", message, place);
}

export function macroNotFoundForPatch(name: string, place: Place): EngineEvent {
  const message = `There is no macro called "${name}", which is described in ${place.path}.`;
  return warning("MacroNotFoundForPatch", "I059", message, place);
}

/** A source override of a package that has no such source or table. */
export function unusedTables(tables: readonly string[]): EngineEvent {
  return warning(
    "UnusedTables",
    "I056",
    `Some source overrides have no target:\n${tables.join("\n")}`,
  );
}

export function validationWarning(
  field: string,
  kind: string,
  name: string,
  place?: Place,
): EngineEvent {
  return warning(
    "ValidationWarning",
    "I009",
    `"${field}" has no meaning for the ${kind} "${name}".`,
    place,
  );
}

/** A test that refers to a node that is not there. */
export function nodeNotFoundOrDisabled(test: string, target: string, place: Place): EngineEvent {
  const message = `The test "${test}" (${place.path}) depends on ${target}, which was not found.`;
  return warning("NodeNotFoundOrDisabled", "I060", message, place);
}

/** A test that refers to a disabled node; worth a warning only for sources and metrics. */
export function invalidDisabledTargetInTestNode(
  test: string,
  target: string,
  { place, isWarning }: { readonly place: Place; readonly isWarning: boolean },
): EngineEvent {
  return {
    name: "InvalidDisabledTargetInTestNode",
    code: "I050",
    level: isWarning ? "warn" : "debug",
    message: `The test "${test}" (${place.path}) depends on ${target}, which is disabled.`,
    place,
  };
}

export function unusedResourceConfigPath(paths: readonly string[]): EngineEvent {
  const list = paths.map((path) => `- ${path}`).join("\n");
  const message = `Configuration paths in dbt_project.yml that apply to no resource:\n${list}`;
  return warning("UnusedResourceConfigPath", "I051", message);
}

export function unsupportedConstraintMaterialization(
  materialized: string,
  place: Place,
): EngineEvent {
  const message = `Constraints have no effect on the materialization "${materialized}" and are ignored. Set warn_unsupported: false on a constraint to hide this.`;
  return warning("UnsupportedConstraintMaterialization", "I068", message, place);
}

export function deprecatedModel(model: string, date: string, place: Place): EngineEvent {
  const message = `The model ${model} has passed its deprecation date of ${date}. Disable or remove it.`;
  return warning("DeprecatedModel", "I065", message, place);
}

export interface ReferenceToDeprecated {
  /** Name of the model that refers. */
  readonly model: string;
  readonly target: string;
  readonly date: string;
  /** `ref('package', 'name', v='3')` of the latest version, where there is a newer one. */
  readonly newer: string | undefined;
  readonly isPast: boolean;
  readonly place: Place;
}

export function referenceToDeprecated(reference: ReferenceToDeprecated): EngineEvent {
  const { model, target, date, newer, isPast, place } = reference;
  const when = isPast ? `which was deprecated on ${date}` : `which will be deprecated on ${date}`;
  const coda = newer === undefined ? "" : ` A newer version is there: {{ ${newer} }}.`;
  const message = `"${model}" refers to ${target}, ${when}.${coda}`;
  if (isPast) return warning("DeprecatedReference", "I067", message, place);
  return warning("UpcomingReferenceDeprecation", "I066", message, place);
}

export function packageNodeDependsOnRootProjectNode(
  node: string,
  packageName: string,
  target: string,
): EngineEvent {
  const message = `The node "${node}" of the package "${packageName}" depends on "${target}" of the root project, which may lead to cycles. Set the flag require_ref_searches_node_package_before_root.`;
  return warning("PackageNodeDependsOnRootProjectNode", "I077", message);
}

export function invalidMacroAnnotation(message: string, place: Place): EngineEvent {
  return warning("InvalidMacroAnnotation", "I076", message, place);
}

export function microbatchModelNoEventTimeInputs(model: string, place: Place): EngineEvent {
  const message = `The microbatch model "${model}" has no input with the config event_time, so no input is filtered by batch and rows may be duplicated.`;
  return warning("MicrobatchModelNoEventTimeInputs", "I074", message, place);
}

export function invalidConcurrentBatchesConfig(count: number): EngineEvent {
  const message = `${count} microbatch ${count === 1 ? "model asks" : "models ask"} for concurrent_batches, which this adapter does not have. Batches run one after the other.`;
  return warning("InvalidConcurrentBatchesConfig", "I075", message);
}

export function freshnessConfigProblem(source: string, place: Place): EngineEvent {
  const message = `The source "${source}" has freshness but no loaded_at_field, and this adapter has no metadata to take its place.`;
  return warning("FreshnessConfigProblem", "I073", message, place);
}
