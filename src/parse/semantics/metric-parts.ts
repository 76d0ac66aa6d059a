import { metricWindow } from "../../errors/semantic-errors.ts";
import { toPython } from "../../jinja/convert.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isPresent,
  placeOf,
  readBoolean,
  readInteger,
  readList,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import { readWhereFilter } from "./where-filter.ts";

// Types, not interfaces: only type aliases may stand where Json is asked for.
export type InputMeasure = {
  readonly name: string;
  readonly filter: Json;
  readonly alias: string | null;
  readonly join_to_timespine: boolean;
  readonly fill_nulls_with: number | null;
};

export type InputMetric = {
  readonly name: string;
  readonly filter: Json;
  readonly alias: string | null;
  readonly offset_window: Json;
  readonly offset_to_grain: string | null;
};

/** A measure by its name, or with a filter and the like. */
export function readInputMeasure(at: Located): InputMeasure {
  if (typeof at.value === "string") return measureNamed(at.value);
  return {
    name: readString(required(at, "name")),
    filter: readWhereFilter(child(at, "filter")),
    alias: readOptional(child(at, "alias"), readString) ?? null,
    join_to_timespine: readOptional(child(at, "join_to_timespine"), readBoolean) ?? false,
    fill_nulls_with: readOptional(child(at, "fill_nulls_with"), readInteger) ?? null,
  };
}

export function measureNamed(name: string): InputMeasure {
  return { name, filter: null, alias: null, join_to_timespine: false, fill_nulls_with: null };
}

/** A metric by its name, or with an offset and the like. */
export function readInputMetric(at: Located): InputMetric {
  if (typeof at.value === "string") {
    return {
      name: at.value,
      filter: null,
      alias: null,
      offset_window: null,
      offset_to_grain: null,
    };
  }
  return {
    name: readString(required(at, "name")),
    filter: readWhereFilter(child(at, "filter")),
    alias: readOptional(child(at, "alias"), readString) ?? null,
    offset_window: readWindow(child(at, "offset_window")),
    offset_to_grain: readOptional(child(at, "offset_to_grain"), readString) ?? null,
  };
}

export function readInputMetrics(at: Located): InputMetric[] {
  return (readOptional(at, readList) ?? []).map(readInputMetric);
}

export const GRAINS = [
  "nanosecond",
  "microsecond",
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
];

/** `7 days` -> count and granularity. A custom granularity keeps its name. */
export function readWindow(at: Located): Json {
  if (!isPresent(at)) return null;
  const text = readString(at);
  const [count = "", grain = "", ...more] = text.toLowerCase().split(" ");
  if (more.length > 0 || grain === "" || !/^\d+$/.test(count))
    throw metricWindow(text, placeOf(at));
  const singular = grain.replace(/s$/, "");
  return { count: Number(count), granularity: GRAINS.includes(singular) ? singular : grain };
}

/** Expressions may be numbers and booleans in YAML; the manifest has text. */
export function readExpression(at: Located): string | null {
  return isPresent(at) ? pyStr(toPython(at.value)) : null;
}
