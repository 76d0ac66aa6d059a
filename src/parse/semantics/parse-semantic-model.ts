import { checkKeys } from "../properties/known-keys.ts";
import type { Json } from "../../util/json.ts";
import {
  child,
  isMapping,
  isPresent,
  placeOf,
  readMapping,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import { addDisabled, addUnique } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";
import { addMetric } from "./parse-metric.ts";
import { readDimensions, readEntities, readMeasures, type Measure } from "./semantic-elements.ts";
import { typeParamsOfMeasure } from "./type-params.ts";

/** One entry of `semantic_models:`. */
export function parseSemanticModel(environment: ParseEnvironment, entry: Entry): void {
  const { runtime, manifest, templates } = environment;
  const { at, name } = entry;
  checkKeys(at, "semantic model");
  checkKeys(child(at, "defaults"), "semantic model's defaults");
  const { packageName, path, originalFilePath } = entry.file.file;
  const id = `semantic_model.${packageName}.${name}`;
  const fqn = [...fqnPrefix(packageName, path), name];
  const patch = { ...readGiven(child(at, "config"), readMapping) };
  const inputs: ConfigInputs = { kind: "semantic_model", fqn, packageName, calls: {}, patch };
  const config = calculateConfig(runtime, inputs);
  const meta = isMapping(config.meta) ? config.meta : {};
  const model = readString(required(at, "model"));
  const measures = readMeasures(child(at, "measures"), meta);
  const node = {
    name,
    resource_type: "semantic_model" as const,
    package_name: packageName,
    path,
    original_file_path: originalFilePath,
    unique_id: id,
    fqn,
    model,
    node_relation: null,
    description: readOptional(child(at, "description"), readString) ?? null,
    label: readOptional(child(at, "label"), readString) ?? null,
    defaults: readDefaults(child(at, "defaults")),
    entities: readEntities(child(at, "entities"), meta),
    measures: measures.map((measure) => measure.manifest),
    dimensions: readDimensions(child(at, "dimensions"), meta),
    metadata: null,
    depends_on: { macros: [], nodes: [] },
    refs: asJson(templates.renderReferences([model], placeOf(child(at, "model"))).refs),
    created_at: runtime.startedAt.getTime() / 1000,
    config: asJsonObject(config),
    unrendered_config: asJsonObject(calculateUnrenderedConfig(runtime, inputs)),
    primary_entity: readOptional(child(at, "primary_entity"), readString) ?? null,
    group: (config.group as string | null | undefined) ?? null,
  };
  const isEnabled = config.enabled !== false;
  if (isEnabled)
    addUnique(manifest, manifest.semanticModels, { id, value: node, place: placeOf(at) });
  else addDisabled(manifest, id, { resource: node });
  for (const measure of measures)
    if (measure.createsMetric) createMetric(environment, entry, measure, { isEnabled, meta });
}

function readDefaults(at: Located): Json {
  if (!isPresent(at)) return null;
  return { agg_time_dimension: readOptional(child(at, "agg_time_dimension"), readString) ?? null };
}

interface OfModel {
  readonly isEnabled: boolean;
  readonly meta: Readonly<Record<string, unknown>>;
}

function createMetric(
  environment: ParseEnvironment,
  entry: Entry,
  measure: Measure,
  model: OfModel,
): void {
  const { name, label, description, expression } = measure;
  addMetric(environment, entry.file, {
    name,
    label: label ?? name,
    description: description ?? `Metric created from measure ${name}`,
    type: "simple",
    typeParams: typeParamsOfMeasure(name, expression ?? name),
    filter: null,
    timeGranularity: null,
    config: { enabled: model.isEnabled, meta: model.meta },
    meta: {},
    tags: [],
    place: placeOf(measure.at),
  });
}
