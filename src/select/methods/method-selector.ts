import type { SelectionCriterion, SelectionSpec } from "../../config/selection-spec.ts";
import { selectorCircle, selectorNotFound } from "../../errors/selector-errors.ts";
import { fnmatch } from "../../util/fnmatch.ts";
import { nearest } from "../../util/nearest.ts";
import type { SelectionScope } from "../selection-scope.ts";
import { valueText } from "./method-factory.ts";

/**
 * `selector:`: what selectors of selectors.yml select, by name or pattern, with their tests and
 * without what they exclude.
 *
 * @param evaluate - the whole evaluation, handed in because it is the caller
 */
export function matchSelector(
  criterion: SelectionCriterion,
  scope: SelectionScope,
  evaluate: (spec: SelectionSpec, scope: SelectionScope) => ReadonlySet<string>,
): ReadonlySet<string> {
  const pattern = valueText(criterion);
  const known = [...(scope.selectors?.values() ?? [])];
  const named = known.filter(({ name }) => fnmatch(name, pattern));
  if (named.length === 0) {
    const names = known.map(({ name }) => name);
    throw selectorNotFound(pattern, names, nearest(pattern, names));
  }
  const ids = named.flatMap(({ name, spec }) => {
    const start = scope.within.indexOf(name);
    if (start >= 0) throw selectorCircle([...scope.within.slice(start), name]);
    return [...evaluate(spec, { ...scope, within: [...scope.within, name] })];
  });
  return new Set(ids);
}
