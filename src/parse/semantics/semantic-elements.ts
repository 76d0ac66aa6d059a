import { checkKeys } from "../properties/known-keys.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { Json } from "../../util/json.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  isPresent,
  readBoolean,
  readChoice,
  readList,
  readMapping,
  readNumber,
  readOptional,
  readString,
  readStringList,
  required,
} from "../../yaml/typed-readers.ts";
import { asJson } from "../as-json.ts";
import { readGiven } from "../properties/read-given.ts";
import { GRAINS, readExpression } from "./metric-parts.ts";

const ENTITY_TYPES = ["primary", "unique", "foreign", "natural"] as const;
const DIMENSION_TYPES = ["categorical", "time"] as const;
const AGGREGATIONS = [
  "sum",
  "min",
  "max",
  "count_distinct",
  "sum_boolean",
  "average",
  "percentile",
  "median",
  "count",
] as const;

/** `entities:`; every element's meta is laid over that of the semantic model. */
export function readEntities(at: Located, meta: Mapping): Json {
  return items(at, "entity").map((item) => ({
    name: readString(required(item, "name")),
    type: readChoice(required(item, "type"), ENTITY_TYPES),
    ...described(item),
    role: readOptional(child(item, "role"), readString) ?? null,
    expr: readOptional(child(item, "expr"), readString) ?? null,
    config: elementConfig(item, meta),
  }));
}

export function readDimensions(at: Located, meta: Mapping): Json {
  return items(at, "dimension").map((item) => ({
    name: readString(required(item, "name")),
    type: readChoice(required(item, "type"), DIMENSION_TYPES),
    ...described(item),
    is_partition: readOptional(child(item, "is_partition"), readBoolean) ?? false,
    type_params: readDimensionParams(child(item, "type_params")),
    expr: readOptional(child(item, "expr"), readString) ?? null,
    metadata: null,
    config: elementConfig(item, meta),
    datatype: null,
  }));
}

function readDimensionParams(at: Located): Json {
  if (!isPresent(at)) return null;
  const validity = child(at, "validity_params");
  return {
    time_granularity: readChoice(required(at, "time_granularity"), GRAINS),
    validity_params: isPresent(validity)
      ? {
          is_start: readOptional(child(validity, "is_start"), readBoolean) ?? false,
          is_end: readOptional(child(validity, "is_end"), readBoolean) ?? false,
        }
      : null,
  };
}

export interface Measure {
  readonly at: Located;
  readonly name: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly expression: string | null;
  readonly createsMetric: boolean;
  /** The measure as the manifest holds it. */
  readonly manifest: Json;
}

export function readMeasures(at: Located, meta: Mapping): Measure[] {
  return items(at, "measure").map((item) => {
    const name = readString(required(item, "name"));
    const expression = readExpression(child(item, "expr"));
    const { label, description } = described(item);
    const manifest = {
      name,
      agg: readChoice(required(item, "agg"), AGGREGATIONS),
      description,
      label,
      // dbt reads it, makes the metric and forgets it.
      create_metric: false,
      expr: expression,
      agg_params: readAggregationParams(child(item, "agg_params")),
      non_additive_dimension: readNonAdditive(child(item, "non_additive_dimension")),
      agg_time_dimension: readOptional(child(item, "agg_time_dimension"), readString) ?? null,
      config: elementConfig(item, meta),
    };
    const createsMetric = readOptional(child(item, "create_metric"), readBoolean) ?? false;
    return { at: item, name, label, description, expression, createsMetric, manifest };
  });
}

function readAggregationParams(at: Located): Json {
  if (!isPresent(at)) return null;
  const percentile = readOptional(child(at, "percentile"), readNumber);
  return {
    percentile: percentile === undefined ? null : asJson(new PyFloat(percentile)),
    use_discrete_percentile:
      readOptional(child(at, "use_discrete_percentile"), readBoolean) ?? false,
    use_approximate_percentile:
      readOptional(child(at, "use_approximate_percentile"), readBoolean) ?? false,
  };
}

function readNonAdditive(at: Located): Json {
  if (!isPresent(at)) return null;
  return {
    name: readString(required(at, "name")),
    window_choice: readChoice(required(at, "window_choice"), AGGREGATIONS),
    window_groupings: readGiven(child(at, "window_groupings"), readStringList) ?? [],
  };
}

function items(at: Located, form: "entity" | "dimension" | "measure"): readonly Located[] {
  const list = readGiven(at, readList) ?? [];
  for (const item of list) checkKeys(item, form);
  return list;
}

function described(item: Located): {
  readonly description: string | null;
  readonly label: string | null;
} {
  return {
    description: readOptional(child(item, "description"), readString) ?? null,
    label: readOptional(child(item, "label"), readString) ?? null,
  };
}

function elementConfig(item: Located, meta: Mapping): Json {
  const own = readGiven(child(item, "config"), readMapping)?.meta;
  return asJson({ meta: { ...meta, ...(isMapping(own) ? own : {}) } });
}
