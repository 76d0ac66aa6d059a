import type {
  IndirectSelection,
  SelectionCriterion,
  SelectionGroup,
  SelectionSpec,
} from "../config/selection-spec.ts";
import { nearest } from "../util/nearest.ts";
import { ancestorsOf, descendantsOf } from "../graph/relatives.ts";
import { expandToTests, joinTests } from "./indirect-tests.ts";
import { isMember, isMemberId } from "./members.ts";
import { allResources } from "./resource-by-id.ts";
import { findMatches } from "./find-matches.ts";
import { matchSelector } from "./methods/method-selector.ts";
import { noNodesForCriterion } from "./selection-events.ts";
import type { SelectionScope } from "./selection-scope.ts";

/** Tests in `maybe` wait for more of their parents: another component may bring them. */
interface Evaluated {
  readonly sure: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
}

/** The ids that a specification selects, with the tests that come along. */
export function evaluateSelection(spec: SelectionSpec, scope: SelectionScope): ReadonlySet<string> {
  return new Set([...evaluate(spec, scope).sure].filter(scope.keeps));
}

function evaluate(spec: SelectionSpec, scope: SelectionScope): Evaluated {
  return spec.kind === "criterion" ? evaluateCriterion(spec, scope) : evaluateGroup(spec, scope);
}

function evaluateCriterion(spec: SelectionCriterion, scope: SelectionScope): Evaluated {
  const matches =
    spec.method === "selector"
      ? matchSelector(spec, scope, evaluateSelection)
      : findMatches(spec, spec.method, scope);
  const selected = new Set([...matches, ...relatives(spec, matches, scope)]);
  const indirect = spec.indirectSelection ?? scope.indirectSelection;
  // Another selector has its tests already, and what it excluded must not come back.
  if (indirect === "empty" || spec.method === "selector") {
    return { sure: selected, maybe: new Set() };
  }
  return expandToTests(selected, indirect, scope);
}

function relatives(
  spec: SelectionCriterion,
  matches: ReadonlySet<string>,
  { graph, manifest }: SelectionScope,
): readonly string[] {
  const found: string[] = [];
  if (spec.childrensParents) {
    const below = new Set([...descendantsOf(graph, matches), ...matches]);
    found.push(...below, ...ancestorsOf(graph, below));
  }
  if (spec.parents) found.push(...ancestorsOf(graph, matches, spec.parentsDepth));
  if (spec.children) found.push(...descendantsOf(graph, matches, spec.childrenDepth));
  return found.filter((id) => isMemberId(manifest, id));
}

function evaluateGroup(spec: SelectionGroup, scope: SelectionScope): Evaluated {
  const parts = spec.components.map((component) => evaluate(component, scope));
  const combined = combine(
    spec.kind,
    parts.map((part) => part.sure),
  );
  const maybe = combine(
    spec.kind,
    parts.map((part) => new Set([...part.sure, ...part.maybe])),
  );
  const indirect: IndirectSelection =
    spec.indirectSelection === "flag" ? scope.indirectSelection : spec.indirectSelection;
  const sure = joinTests(combined, maybe, indirect, scope);
  if (spec.warnIfEmpty !== undefined && sure.size === 0) {
    scope.events.emit(noNodesForCriterion(spec.warnIfEmpty, suggestName(spec, scope)));
  }
  return { sure, maybe };
}

/** The name most like the one that was asked for, where a name alone was. */
function suggestName(spec: SelectionGroup, { manifest }: SelectionScope): string | undefined {
  const [only, second] = spec.components;
  if (only?.kind !== "criterion" || second || only.method !== "fqn") return undefined;
  const names = allResources(manifest)
    .filter((resource) => resource.resource_type !== "source" && isMember(resource))
    .map((resource) => resource.name);
  return nearest(String(only.value).split(".").at(-1) ?? "", names);
}

function combine(
  kind: SelectionGroup["kind"],
  sets: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  const [first, ...others] = sets;
  if (!first) return new Set();
  switch (kind) {
    case "union":
      return new Set(sets.flatMap((set) => [...set]));
    case "intersection":
      return new Set([...first].filter((id) => others.every((other) => other.has(id))));
    case "difference":
      return new Set([...first].filter((id) => !others.some((other) => other.has(id))));
  }
}
