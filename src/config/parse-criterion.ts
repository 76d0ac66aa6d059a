import type { Place } from "../errors/place.ts";
import { selectorMethodUnknown, selectorSyntax } from "../errors/selector-errors.ts";
import { nearest } from "../util/nearest.ts";
import { SELECTION_METHODS } from "./selection-spec.ts";
import type { SelectionCriterion, SelectionMethod } from "./selection-spec.ts";

const PATTERN = /^(@)?((\d*)\+)?(?:([\p{L}\p{N}_.]+):)?([\s\S]*?)(\+(\d*))?$/u;

/** The parts of one criterion; what is not written is undefined. */
export interface CriterionParts {
  readonly childrensParents: boolean;
  readonly parents: boolean;
  readonly parentsDepth: string | undefined;
  readonly method: string | undefined;
  readonly value: string;
  readonly children: boolean;
  readonly childrenDepth: string | undefined;
}

/** Splits `[@][N+]method:value[+N]`. Every text is one: what has no other meaning is the value. */
export function splitCriterion(raw: string): CriterionParts {
  const match = PATTERN.exec(raw);
  const [, at, plusBefore, parentsDepth, method, value = "", plusAfter, childrenDepth] =
    match ?? [];
  return {
    childrensParents: at !== undefined,
    parents: plusBefore !== undefined,
    parentsDepth: parentsDepth === "" ? undefined : parentsDepth,
    method,
    value,
    children: plusAfter !== undefined,
    childrenDepth: childrenDepth === "" ? undefined : childrenDepth,
  };
}

/** Reads one criterion of the command line or of a text in selectors.yml. */
export function parseCriterion(raw: string, place?: Place): SelectionCriterion {
  const parts = splitCriterion(raw);
  if (parts.childrensParents && parts.children) {
    throw selectorSyntax(raw, 'the prefix "@" and the suffix "+" exclude each other');
  }
  const { method, methodArguments } = parseMethod(parts.method, parts.value, raw, place);
  return {
    kind: "criterion",
    raw,
    method,
    methodArguments,
    value: parts.value,
    childrensParents: parts.childrensParents,
    parents: parts.parents,
    parentsDepth: toDepth(parts.parentsDepth),
    children: parts.children,
    childrenDepth: toDepth(parts.childrenDepth),
    indirectSelection: undefined,
    place,
  };
}

/** Tells the method from its arguments; without a method the value's looks decide. */
export function parseMethod(
  written: string | undefined,
  value: unknown,
  raw: string,
  place?: Place,
): { readonly method: SelectionMethod; readonly methodArguments: readonly string[] } {
  if (written === undefined) return { method: defaultMethod(String(value)), methodArguments: [] };
  const [name = "", ...methodArguments] = written.split(".");
  const method = SELECTION_METHODS.find((known) => known === name);
  if (method === undefined) {
    const suggestion = nearest(name, SELECTION_METHODS);
    throw selectorMethodUnknown({
      method: name,
      criterion: raw,
      methods: SELECTION_METHODS,
      suggestion,
      place,
    });
  }
  return { method, methodArguments };
}

/** Without a method: a path, a file name, or else a qualified name. */
export function defaultMethod(value: string): SelectionMethod {
  if (value.includes("/") || value.includes("\\")) return "path";
  return /\.(?:sql|py|csv)$/i.test(value) ? "file" : "fqn";
}

function toDepth(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
