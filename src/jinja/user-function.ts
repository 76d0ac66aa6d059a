import { fromPython, toPython } from "./convert.ts";
import { pyTruth } from "./python-truth.ts";
import type { CallArguments } from "./host-object.ts";
import type { FilterFunction, TestFunction } from "./filter-function.ts";

/** A plain function in place of a filter or test. Named arguments come last, as one object. */
export type UserFunction = (...values: never[]) => unknown;

/** A filter from a plain function: plain values go in, and what comes out becomes Python's. */
export function userFilter(_name: string, body: UserFunction): FilterFunction {
  return {
    parameters: ["*args", "**kwargs"],
    needsContext: false,
    apply: (_context, value, args) => toPython(callPlain(body, value, args)),
  };
}

export function userTest(_name: string, body: UserFunction): TestFunction {
  return { apply: (_context, value, args) => pyTruth(toPython(callPlain(body, value, args))) };
}

function callPlain(
  body: UserFunction,
  value: unknown,
  { positional, named }: CallArguments,
): unknown {
  const values = [value, ...positional].map(fromPython);
  if (named.size > 0) {
    const entries = Array.from(named, ([name, held]) => [name, fromPython(held)] as const);
    values.push(Object.fromEntries(entries));
  }
  return Reflect.apply(body, undefined, values);
}
