import { isMapping } from "../yaml/typed-readers.ts";
import { defaultMethod, splitCriterion } from "./parse-criterion.ts";

/** A definition as manifest.json shows it under `selectors`: texts are taken apart. */
export function selectorDictionary(definition: unknown): unknown {
  if (typeof definition === "string") return criterionDictionary(definition);
  if (!isMapping(definition)) return definition;
  for (const key of ["union", "intersection"] as const) {
    const parts = definition[key];
    if (Array.isArray(parts)) return { [key]: parts.map(selectorDictionary) };
  }
  return mappingDictionary(definition);
}

function mappingDictionary(definition: Readonly<Record<string, unknown>>): unknown {
  const [first] = Object.entries(definition);
  if (!first) return definition;
  const [key, held] = first;
  const value: unknown = Array.isArray(held) ? held.map(selectorDictionary) : held;
  if (key === "exclude") return { exclude: value };
  return Object.keys(definition).length === 1 ? { method: key, value } : definition;
}

/** Only what is written: `+tag:x` has no `children`. */
function criterionDictionary(raw: string): Readonly<Record<string, unknown>> {
  const parts = splitCriterion(raw);
  const method = parts.method ?? defaultMethod(parts.value);
  return {
    ...(parts.childrensParents ? { childrens_parents: true } : {}),
    ...(parts.parents ? { parents: true } : {}),
    ...(parts.parentsDepth === undefined ? {} : { parents_depth: parts.parentsDepth }),
    method,
    ...(parts.value === "" ? {} : { value: parts.value }),
    ...(parts.children ? { children: true } : {}),
    ...(parts.childrenDepth === undefined ? {} : { children_depth: parts.childrenDepth }),
  };
}
