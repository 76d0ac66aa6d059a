import { pyRepr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { toJsonText } from "../../json-text.ts";
import { defineFilter } from "./define-filter.ts";

const DEFAULT_PARAMETERS = ["default_value=", "boolean=False"];

/** Filters of any value. */
export const DEFAULT_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("default", DEFAULT_PARAMETERS, orDefault),
  defineFilter("d", DEFAULT_PARAMETERS, orDefault),
  defineFilter("pprint", [], (_context, value) => pyRepr(value)),
  defineFilter("tojson", ["indent=None"], (_context, value, indent = null) =>
    htmlSafe(toJsonText(value, { indent, sortKeys: true })),
  ),
];

function orDefault(
  _context: unknown,
  value: unknown,
  fallback: unknown = "",
  whenFalse: unknown = false,
): unknown {
  if (value instanceof UndefinedValue) return fallback;
  return pyTruth(whenFalse) && !pyTruth(value) ? fallback : value;
}

/** JSON that can stand in HTML. */
function htmlSafe(json: string): string {
  return json.replace(/[<>&']/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}
