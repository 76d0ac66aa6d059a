import { pythonError } from "../errors/jinja-errors.ts";
import { bindArguments } from "../jinja/bind-arguments.ts";
import { hostFunction, type CallArguments, type HostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { iterableOf, pyIterate, pyList } from "../jinja/py-iterate.ts";
import { PyIterator } from "../jinja/py-iterator.ts";
import { PySet } from "../jinja/py-set.ts";
import { PyTuple } from "../jinja/py-tuple.ts";
import { pyStr } from "../jinja/python-text.ts";
import { pythonTypeName } from "../jinja/python-types.ts";
import { jinjaErrorType } from "../errors/jinja-errors.ts";

/** `set`, `zip`, their strict forms and `diff_of_two_dicts`. */
export const COLLECTION_MEMBERS: Readonly<Record<string, HostObject>> = {
  set: hostFunction("set", (args) => {
    const [value, fallback] = bindArguments("_set", ["value", "default=None"], args);
    return orOnTypeError(
      () => new PySet(pyIterate(value)),
      () => fallback,
    );
  }),
  set_strict: hostFunction("set_strict", (args) => {
    const [value] = bindArguments("set_strict", ["value"], args);
    return new PySet(pyIterate(value));
  }),
  zip: hostFunction("zip", ({ positional, named }) =>
    orOnTypeError(
      () => zip(positional),
      () => named.get("default") ?? null,
    ),
  ),
  zip_strict: hostFunction("zip_strict", ({ positional }) => zip(positional)),
  diff_of_two_dicts: hostFunction("diff_of_two_dicts", diffOfTwoDicts),
};

/** dbt's defaults stand in for TypeErrors only. */
function orOnTypeError(body: () => unknown, otherwise: () => unknown): unknown {
  try {
    return body();
  } catch (error) {
    if (jinjaErrorType(error) !== "TypeError") throw error;
    return otherwise();
  }
}

function zip(values: readonly unknown[]): PyIterator {
  const iterators = values.map((value, index) => {
    const items = iterableOf(value);
    if (items !== undefined) return items[Symbol.iterator]();
    throw pythonError(
      "TypeError",
      `zip argument #${String(index + 1)} must support iteration, not ${pythonTypeName(value)}`,
    );
  });
  return new PyIterator(zipped(iterators), "zip");
}

function* zipped(iterators: readonly Iterator<unknown>[]): Generator<PyTuple> {
  while (iterators.length > 0) {
    const row: unknown[] = [];
    for (const iterator of iterators) {
      const step = iterator.next();
      if (step.done === true) return;
      row.push(step.value);
    }
    yield new PyTuple(row);
  }
}

/** Lists by key: what the first dict has and the second has not, letter case apart. */
function diffOfTwoDicts(args: CallArguments): PyDict {
  const [first, second] = bindArguments("diff_of_two_dicts", ["dict_a", "dict_b"], args);
  const present = new Map(
    pairs(second).map(([key, values]) => [lower(key), pyList(values).map(lower)]),
  );
  const difference = new PyDict();
  for (const [key, values] of pairs(first)) {
    const known = present.get(lower(key));
    const missing =
      known === undefined
        ? values
        : pyList(values).filter((value) => !known.includes(lower(value)));
    if (known === undefined || pyList(missing).length > 0) difference.set(key, missing);
  }
  return difference;
}

function pairs(value: unknown): [unknown, unknown][] {
  if (value instanceof PyDict) return [...value.entries()];
  throw pythonError("AttributeError", `'${pythonTypeName(value)}' object has no attribute 'items'`);
}

function lower(value: unknown): string {
  return pyStr(value).toLowerCase();
}
