import { checkKeys } from "../properties/known-keys.ts";
import { metricName } from "../../errors/semantic-errors.ts";
import { notSupported } from "../../errors/not-supported.ts";
import {
  child,
  isPresent,
  placeOf,
  readMapping,
  readOptional,
  readString,
  readStringList,
} from "../../yaml/typed-readers.ts";
import type { Json } from "../../util/json.ts";
import type { Place } from "../../errors/place.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { addDisabled, addUnique } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import type { PropertiesFile } from "../properties/properties-file.ts";
import { readGiven } from "../properties/read-given.ts";
import { readMetricType, readTypeParams, type MetricType, type TypeParams } from "./type-params.ts";
import { readWhereFilter } from "./where-filter.ts";

/** One entry of `metrics:` in the form with `type_params`. */
export function parseMetric(environment: ParseEnvironment, entry: Entry): void {
  const { at, name } = entry;
  if (!isPresent(child(at, "type_params"))) {
    throw notSupported(
      "metrics without type_params (the semantic layer's newer form)",
      "",
      placeOf(at),
    );
  }
  checkKeys(at, "metric");
  checkName(name, placeOf(at));
  const config = readGiven(child(at, "config"), readMapping) ?? {};
  addMetric(environment, entry.file, {
    name,
    label: readOptional(child(at, "label"), readString) ?? null,
    description: readGiven(child(at, "description"), readString) ?? "",
    type: readMetricType(at),
    typeParams: readTypeParams(at),
    filter: readWhereFilter(child(at, "filter")),
    timeGranularity: readOptional(child(at, "time_granularity"), readString) ?? null,
    config,
    meta: readGiven(child(at, "meta"), readMapping) ?? {},
    tags: readGiven(child(at, "tags"), readStringList) ?? [],
    place: placeOf(at),
  });
}

export interface MetricFacts {
  readonly name: string;
  readonly label: string | null;
  readonly description: string;
  readonly type: MetricType;
  readonly typeParams: TypeParams;
  readonly filter: Json;
  readonly timeGranularity: string | null;
  readonly config: ConfigDict;
  readonly meta: ConfigDict;
  readonly tags: readonly string[];
  readonly place: Place;
}

/** Adds a metric of an entry, or one that a measure asks for. */
export function addMetric(
  { runtime, manifest }: ParseEnvironment,
  file: PropertiesFile,
  facts: MetricFacts,
): void {
  const { packageName, path, originalFilePath } = file.file;
  const id = `metric.${packageName}.${facts.name}`;
  const fqn = [...fqnPrefix(packageName, path), facts.name];
  const inputs: ConfigInputs = {
    kind: "metric",
    fqn,
    packageName,
    calls: {},
    patch: { ...facts.config },
  };
  const config = calculateConfig(runtime, inputs);
  const ofConfig = config.meta as ConfigDict;
  const metric = {
    name: facts.name,
    resource_type: "metric" as const,
    package_name: packageName,
    path,
    original_file_path: originalFilePath,
    unique_id: id,
    fqn,
    description: facts.description,
    label: facts.label ?? facts.name,
    type: facts.type,
    type_params: asJson(facts.typeParams),
    filter: facts.filter,
    metadata: null,
    time_granularity: facts.timeGranularity,
    config: asJsonObject(config),
    unrendered_config: asJsonObject(calculateUnrenderedConfig(runtime, inputs)),
    sources: [],
    depends_on: { macros: [], nodes: [] },
    refs: [],
    metrics: [],
    created_at: runtime.startedAt.getTime() / 1000,
    group: (config.group as string | null | undefined) ?? null,
    meta: asJsonObject(Object.keys(ofConfig).length > 0 ? ofConfig : facts.meta),
    tags: facts.tags,
  };
  if (config.enabled === false) addDisabled(manifest, id, { resource: metric });
  else addUnique(manifest, manifest.metrics, { id, value: metric, place: facts.place });
}

const LONGEST_NAME = 250;

function checkName(name: string, place: Place): void {
  const faults = [
    ...(name.includes(" ") ? ["cannot contain spaces"] : []),
    ...(name.length > LONGEST_NAME ? [`cannot contain more than ${LONGEST_NAME} characters`] : []),
    ...(/^[A-Za-z]/.test(name) ? [] : ["must begin with a letter"]),
    ...(/^\w+$/.test(name) ? [] : ["must contain only letters, numbers and underscores"]),
  ];
  if (faults.length > 0) throw metricName(name, faults, place);
}
