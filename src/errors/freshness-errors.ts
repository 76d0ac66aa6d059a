import { EngineError } from "./engine-error.ts";

export function freshnessNotMeasurable(source: string): EngineError {
  return new EngineError({
    code: "FRESHNESS_NOT_MEASURABLE",
    message: `The freshness of "${source}" cannot be measured: it has no loaded_at_field and no loaded_at_query.`,
    hint: "Set loaded_at_field to the column that says when a row was loaded.",
    node: source,
  });
}

export function freshnessNotATimestamp(source: string): EngineError {
  return new EngineError({
    code: "FRESHNESS_NOT_A_TIMESTAMP",
    message: `The query for the freshness of "${source}" must give one row with two timestamps, and gives something else.`,
    hint: 'Cast loaded_at_field to a timestamp: loaded_at_field: "cast(loaded_on as timestamp)".',
    node: source,
  });
}

/** A warning that --warn-error makes an error. */
export function staleSource(source: string): EngineError {
  return new EngineError({
    code: "SOURCE_STALE",
    message: `The source "${source}" is older than its warn_after, and warnings are errors.`,
    node: source,
  });
}
