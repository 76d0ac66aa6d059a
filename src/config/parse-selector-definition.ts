import { selectorDefinition } from "../errors/selector-errors.ts";
import { pythonJson } from "../util/python-json.ts";
import { PyFloat } from "../util/python-values.ts";
import {
  child,
  isMapping,
  isPresent,
  placeOf,
  readChoice,
  readList,
  readOptional,
  readText,
} from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { parseCriterion, parseMethod } from "./parse-criterion.ts";
import { INDIRECT_SELECTIONS } from "./selection-spec.ts";
import type { SelectionCriterion, SelectionGroup, SelectionSpec } from "./selection-spec.ts";

/**
 * A definition of selectors.yml: a text as on the command line (but commas and blanks are part of
 * it), `method: value`, the long form with `method` and `value`, `union` or `intersection`.
 */
export function parseSelectorDefinition(at: Located): SelectionSpec {
  if (isMapping(at.value) && ("union" in at.value || "intersection" in at.value)) {
    const keys = Object.keys(at.value);
    if (keys.length > 1) {
      throw selectorDefinition(
        `A selector's definition has one "union" or "intersection" and nothing beside it, but here are ${keys.join(", ")}.`,
        placeOf(at),
      );
    }
  }
  return parseDefinition(at);
}

function parseDefinition(at: Located): SelectionSpec {
  if (typeof at.value === "string") return parseCriterion(at.value, placeOf(at));
  if (!isMapping(at.value)) {
    throw selectorDefinition(
      'A definition is a text or a mapping with "union", "intersection" or "method", and no list.',
      placeOf(at),
    );
  }
  if ("union" in at.value) return parseGroup(at, "union");
  if ("intersection" in at.value) return parseGroup(at, "intersection");
  return parseMapping(at);
}

function parseGroup(at: Located, kind: "union" | "intersection"): SelectionSpec {
  const components: SelectionSpec[] = [];
  let excluded: SelectionSpec | undefined;
  for (const item of listOfDefinitions(child(at, kind))) {
    if (!isMapping(item.value) || !("exclude" in item.value)) {
      components.push(parseDefinition(item));
    } else if (excluded) {
      throw selectorDefinition(`One "${kind}" can have only one "exclude".`, placeOf(item));
    } else {
      excluded = parseExclusions(item) ?? group("union", []);
    }
  }
  const included = group(kind, components);
  return excluded ? group("difference", [included, excluded]) : included;
}

function parseMapping(at: Located): SelectionSpec {
  const keys = Object.keys(isMapping(at.value) ? at.value : {});
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && only !== "exclude") {
    return criterionOf(at, only, child(at, only));
  }
  const method = child(at, "method");
  const value = child(at, "value");
  if (method.value === undefined || value.value === undefined) {
    throw selectorDefinition(
      `A definition has one key, or else "method" and "value"; here are ${keys.join(", ")}.`,
      placeOf(at),
    );
  }
  const base = criterionOf(at, readOptional(method, readText), value);
  const excluded = "exclude" in (at.value as object) ? parseExclusions(at) : undefined;
  return excluded ? group("difference", [base, excluded]) : base;
}

function criterionOf(at: Located, written: string | undefined, value: Located): SelectionCriterion {
  const raw = pythonJson(at.value);
  if (isTruthy(child(at, "childrens_parents").value) && isTruthy(child(at, "children").value)) {
    throw selectorDefinition(
      '"childrens_parents" and "children" exclude each other.',
      placeOf(child(at, "childrens_parents")),
    );
  }
  const { method, methodArguments } = parseMethod(written, value.value, raw, placeOf(at));
  const indirect = child(at, "indirect_selection");
  return {
    kind: "criterion",
    raw,
    method,
    methodArguments,
    value: value.value instanceof PyFloat ? value.value.value : value.value,
    childrensParents: isTruthy(child(at, "childrens_parents").value),
    parents: isTruthy(child(at, "parents").value),
    parentsDepth: readDepth(child(at, "parents_depth")),
    children: isTruthy(child(at, "children").value),
    childrenDepth: readDepth(child(at, "children_depth")),
    indirectSelection:
      indirect.value === undefined ? undefined : readChoice(indirect, INDIRECT_SELECTIONS),
    place: placeOf(at),
  };
}

function parseExclusions(at: Located): SelectionSpec | undefined {
  const exclusions = listOfDefinitions(child(at, "exclude")).map(parseDefinition);
  return exclusions.length > 1 ? group("union", exclusions) : exclusions[0];
}

function listOfDefinitions(at: Located): readonly Located[] {
  for (const item of readList(at)) {
    if (typeof item.value !== "string" && !isMapping(item.value)) {
      throw selectorDefinition("A definition is a text or a mapping.", placeOf(item));
    }
  }
  return readList(at);
}

/** dbt takes 0 for "no limit": it asks only whether there is a depth. */
function readDepth(at: Located): number | undefined {
  if (!isPresent(at) || at.value === 0 || at.value === "") return undefined;
  const depth = Number(at.value);
  if (Number.isInteger(depth) && depth > 0) return depth;
  throw selectorDefinition("A depth is a whole number.", placeOf(at));
}

function isTruthy(value: unknown): boolean {
  return Boolean(value);
}

/** Groups of selectors.yml always join tests eagerly, whatever the flag says: so does dbt. */
function group(kind: SelectionGroup["kind"], components: readonly SelectionSpec[]): SelectionGroup {
  return { kind, components, indirectSelection: "eager" };
}
