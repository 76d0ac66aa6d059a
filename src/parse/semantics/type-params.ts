import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isPresent,
  readChoice,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import {
  GRAINS,
  type InputMeasure,
  type InputMetric,
  measureNamed,
  readExpression,
  readInputMeasure,
  readInputMetric,
  readInputMetrics,
  readWindow,
} from "./metric-parts.ts";

const METRIC_TYPES = ["simple", "ratio", "derived", "cumulative", "conversion"] as const;
export type MetricType = (typeof METRIC_TYPES)[number];

/** `type_params` as the manifest holds them. */
export type TypeParams = {
  readonly measure: InputMeasure | null;
  /** Of the metric and all that it is made of; filled when metrics are resolved. */
  readonly input_measures: readonly InputMeasure[];
  readonly numerator: InputMetric | null;
  readonly denominator: InputMetric | null;
  readonly expr: string | null;
  readonly window: Json;
  readonly grain_to_date: string | null;
  readonly metrics: readonly InputMetric[];
  readonly conversion_type_params: ConversionParams | null;
  readonly cumulative_type_params: Json;
  readonly metric_aggregation_params: null;
  readonly fill_nulls_with: null;
  readonly join_to_timespine: false;
  readonly is_private: null;
};

export type ConversionParams = {
  readonly entity: string;
  readonly base_measure: InputMeasure;
  readonly conversion_measure: InputMeasure;
  readonly base_metric: null;
  readonly conversion_metric: null;
  readonly calculation: string;
  readonly window: Json;
  readonly constant_properties: Json;
};

export function readMetricType(at: Located): MetricType {
  return readOptional(child(at, "type"), (each) => readChoice(each, METRIC_TYPES)) ?? "simple";
}

export function readTypeParams(at: Located): TypeParams {
  const params = required(at, "type_params");
  readMapping(params);
  return {
    ...NO_PARAMS,
    measure: readOptional(child(params, "measure"), readInputMeasure) ?? null,
    numerator: readOptional(child(params, "numerator"), readInputMetric) ?? null,
    denominator: readOptional(child(params, "denominator"), readInputMetric) ?? null,
    expr: readExpression(child(params, "expr")),
    window: readWindow(child(params, "window")),
    grain_to_date:
      readOptional(child(params, "grain_to_date"), (each) => readChoice(each, GRAINS)) ?? null,
    metrics: readInputMetrics(child(params, "metrics")),
    conversion_type_params: readConversion(child(params, "conversion_type_params")),
    cumulative_type_params: readMetricType(at) === "cumulative" ? readCumulative(params) : null,
  };
}

/** Those of a metric that a measure with `create_metric: true` makes. */
export function typeParamsOfMeasure(measure: string, expression: string): TypeParams {
  return { ...NO_PARAMS, measure: measureNamed(measure), expr: expression };
}

const NO_PARAMS: TypeParams = {
  measure: null,
  input_measures: [],
  numerator: null,
  denominator: null,
  expr: null,
  window: null,
  grain_to_date: null,
  metrics: [],
  conversion_type_params: null,
  cumulative_type_params: null,
  metric_aggregation_params: null,
  fill_nulls_with: null,
  join_to_timespine: false,
  is_private: null,
};

const CALCULATIONS = ["conversions", "conversion_rate"] as const;

function readConversion(at: Located): ConversionParams | null {
  if (!isPresent(at)) return null;
  const properties = readOptional(child(at, "constant_properties"), readList)?.map((item) => ({
    base_property: readString(required(item, "base_property")),
    conversion_property: readString(required(item, "conversion_property")),
  }));
  return {
    entity: readString(required(at, "entity")),
    base_measure: readInputMeasure(required(at, "base_measure")),
    conversion_measure: readInputMeasure(required(at, "conversion_measure")),
    base_metric: null,
    conversion_metric: null,
    calculation:
      readOptional(child(at, "calculation"), (each) => readChoice(each, CALCULATIONS)) ??
      "conversion_rate",
    window: readWindow(child(at, "window")),
    constant_properties: properties ?? null,
  };
}

const PERIOD_AGGREGATIONS = ["first", "last", "average"] as const;

/** `window` and `grain_to_date` may still stand beside the cumulative parameters. */
function readCumulative(params: Located): Json {
  const own = child(params, "cumulative_type_params");
  const inner = (key: string): Located =>
    isPresent(child(own, key)) ? child(own, key) : child(params, key);
  const aggregation = child(own, "period_agg");
  return {
    window: readWindow(inner("window")),
    grain_to_date: readOptional(inner("grain_to_date"), readString) ?? null,
    period_agg:
      readOptional(aggregation, (each) => readChoice(each, PERIOD_AGGREGATIONS)) ?? "first",
    metric: null,
  };
}
