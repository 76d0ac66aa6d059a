import { pythonError } from "../../errors/jinja-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { RUNTIME_NAMES } from "../codegen/generate.ts";
import { PyDict } from "../py-dict.ts";
import { pyIterate } from "../py-iterate.ts";
import { PyIterator } from "../py-iterator.ts";
import { PyTuple } from "../py-tuple.ts";
import { pyEquals } from "../python-equality.ts";
import { pyRepr, pyStr } from "../python-text.ts";
import { pyTruth } from "../python-truth.ts";
import { pythonTypeName } from "../python-types.ts";
import { MISSING } from "../scope.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { add, binary, negate, positive } from "../python-arithmetic.ts";
import { getAttribute, getItem } from "./attributes.ts";
import { NO_ARGUMENTS, NO_NAMES } from "../filter-function.ts";
import { callMethod, callMethodSync, callValue, callValueSync, isPromise } from "./calling.ts";
import { constantText } from "./constant-text.ts";
import { constantSlice, slice } from "./slicing.ts";
import { contains } from "./containment.ts";
import { located } from "./located.ts";
import { LoopContext } from "./loop-context.ts";
import { MacroValue } from "./macro-value.ts";
import { setNamespace } from "./namespace-value.ts";
import { order } from "../python-ordering.ts";
import type { RenderContext } from "../render-context.ts";
import { Returned } from "../returned.ts";

/** All that generated code can reach. */
export const RUNTIME: Readonly<Record<(typeof RUNTIME_NAMES)[number], unknown>> = Object.freeze({
  M: MISSING,
  NO_ARGUMENTS,
  NO_NAMES,
  LoopContext,
  MacroValue,
  PyFloat,
  PyTuple,
  Returned,
  add,
  binary,
  callMethod,
  callMethodSync,
  callValue,
  callValueSync,
  constantSlice,
  constantText,
  dictOf,
  equals: pyEquals,
  generator: (items: Iterable<unknown>) => new PyIterator(items),
  getAttribute,
  getItem,
  isIn: (value: unknown, container: unknown) => contains(container, value),
  isPromise,
  iterate: pyIterate,
  located,
  missingParameter,
  names,
  negate,
  noElse,
  order,
  positive,
  setNamespace,
  slice,
  spread,
  str: pyStr,
  truth: pyTruth,
  unknownName,
  unpack,
  unset: (context: RenderContext, name: string) => context.undefined({ name }),
});

/** A dict literal: keys and values in turn. */
function dictOf(parts: readonly unknown[]): PyDict {
  const dict = new PyDict();
  for (let index = 0; index < parts.length; index += 2) dict.set(parts[index], parts[index + 1]);
  return dict;
}

/** Named arguments: names and values in turn, then what `**` spreads. */
function names(parts: readonly unknown[], more?: unknown): ReadonlyMap<string, unknown> {
  const named = new Map<string, unknown>();
  for (let index = 0; index < parts.length; index += 2) {
    named.set(String(parts[index]), parts[index + 1]);
  }
  if (more === undefined || more instanceof UndefinedValue) return named;
  if (!(more instanceof PyDict)) {
    throw pythonError(
      "TypeError",
      `argument after ** must be a mapping, not ${pythonTypeName(more)}`,
    );
  }
  for (const [key, value] of more.entries()) {
    if (typeof key !== "string") throw pythonError("TypeError", "keywords must be strings");
    if (named.has(key)) {
      throw pythonError("TypeError", `got multiple values for keyword argument '${key}'`);
    }
    named.set(key, value);
  }
  return named;
}

function spread(value: unknown): Iterable<unknown> {
  return pyIterate(value);
}

function missingParameter(context: RenderContext, name: string): UndefinedValue {
  return context.undefined({ hint: `parameter '${name}' was not provided`, name });
}

/** Never the absorbing kind, as in Jinja. */
function noElse(): UndefinedValue {
  return new UndefinedValue({
    hint: "the inline if-expression evaluated to false and no else section was defined.",
  });
}

function unknownName(kind: "filters" | "tests", name: string): never {
  const what = kind === "filters" ? "filter" : "test";
  throw pythonError("TemplateRuntimeError", `No ${what} named ${pyRepr(name)} found.`);
}

/** The items of a value that is assigned to `count` names. */
function unpack(value: unknown, count: number): readonly unknown[] {
  const items: unknown[] = [];
  for (const item of iterateForUnpacking(value)) {
    if (items.length === count) {
      throw pythonError("ValueError", `too many values to unpack (expected ${String(count)})`);
    }
    items.push(item);
  }
  if (items.length === count) return items;
  throw pythonError(
    "ValueError",
    `not enough values to unpack (expected ${String(count)}, got ${String(items.length)})`,
  );
}

function iterateForUnpacking(value: unknown): Iterable<unknown> {
  const isPlain = value === null || ["number", "bigint", "boolean"].includes(typeof value);
  if (!isPlain && !(value instanceof PyFloat)) return pyIterate(value);
  throw pythonError("TypeError", `cannot unpack non-iterable ${pythonTypeName(value)} object`);
}
