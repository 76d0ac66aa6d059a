import { unknownProperty } from "../../errors/properties-errors.ts";
import { nearest } from "../../util/nearest.ts";
import { child, isMapping, type Located, placeOf } from "../../yaml/typed-readers.ts";

/** The keys of mappings in properties files that take no others. */
const KEYS = {
  version:
    "v defined_in description access config constraints docs data_tests tests columns deprecation_date",
  docs: "show node_color",
  "time spine": "standard_granularity_column custom_granularities",
  source:
    "name description meta database schema loader quoting freshness loaded_at_field loaded_at_query tables tags config",
  "source override":
    "name overrides config description meta database schema loader quoting freshness loaded_at_field loaded_at_query tables tags",
  quoting: "database schema identifier column",
  exposure: "name type owner description label maturity meta tags url depends_on config",
  group: "name owner description config",
  "macro argument": "name type description",
  "function argument": "name data_type description default_value",
  "function's returns": "data_type description",
  "function overload": "defined_in arguments returns description",
  "unit test": "name model given expect description overrides config versions",
  "unit test's input": "input rows format fixture",
  "unit test's expectation": "rows format fixture",
  "unit test's overrides": "macros vars env_vars",
  "unit test's versions": "include exclude",
  "semantic model":
    "name model config description label defaults entities measures dimensions primary_entity",
  "semantic model's defaults": "agg_time_dimension",
  entity: "name type description label config role expr",
  dimension: "name type description label is_partition config type_params expr",
  measure:
    "name agg description label expr agg_params non_additive_dimension agg_time_dimension create_metric config",
  metric: "name type label description filter time_granularity config type_params meta tags",
  "saved query": "name query_params description label exports config tags",
  "saved query's query_params": "metrics group_by where order_by limit",
  export: "name config",
} as const;

/** Throws for a key that a mapping of this form does not take. */
export function checkKeys(at: Located, form: keyof typeof KEYS): void {
  if (!isMapping(at.value)) return;
  const known: readonly string[] = KEYS[form].split(" ");
  for (const key of Object.keys(at.value)) {
    if (known.includes(key)) continue;
    throw unknownProperty(form, key, nearest(key, known), placeOf(child(at, key)));
  }
}
