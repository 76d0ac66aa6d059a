import type { SelectionCriterion } from "../../config/selection-spec.ts";
import type { GraphResource } from "../../manifest/manifest.ts";
import type { SelectionScope } from "../selection-scope.ts";

/** Whether one resource matches. */
export type Matcher = (resource: GraphResource) => boolean;

/** Reads the criterion's value once, then judges each resource. */
export type MethodFactory = (criterion: SelectionCriterion, scope: SelectionScope) => Matcher;

/** The value as text: selectors.yml may have a number or a boolean there. */
export function valueText(criterion: SelectionCriterion): string {
  const { value } = criterion;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
