import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function metricWindow(text: string, place: Place): EngineError {
  return new EngineError({
    code: "METRIC_WINDOW",
    message: `The window "${text}" must be a count and a granularity.`,
    place,
    hint: "Write for example `28 days`.",
  });
}

export function metricName(name: string, faults: readonly string[], place: Place): EngineError {
  return new EngineError({
    code: "METRIC_NAME",
    message: `The metric name "${name}" ${faults.join(" and ")}.`,
    place,
  });
}

/** `fault` is the rest of a sentence that begins with the metric. */
export function metricRule(
  metric: string,
  fault: string,
  place: Place,
  hint?: string,
): EngineError {
  return new EngineError({
    code: "METRIC",
    message: `The metric "${metric}" ${fault}`,
    place,
    hint,
  });
}

export function timeSpineMissing(place: Place): EngineError {
  return new EngineError({
    code: "TIME_SPINE_MISSING",
    message:
      "The semantic layer needs a time spine: a model with `time_spine:` and a granularity of a day or less.",
    place,
    hint: "Add a model of dates with `time_spine: {standard_granularity_column: date_day}`.",
  });
}
