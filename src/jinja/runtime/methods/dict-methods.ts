import { pythonError } from "../../../errors/jinja-errors.ts";
import { bindArguments } from "../../bind-arguments.ts";
import type { CallArguments } from "../../host-object.ts";
import { PyDict } from "../../py-dict.ts";
import { PyDictView } from "../../py-dict-view.ts";
import { lengthOf, pyIterate, pyList } from "../../py-iterate.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyRepr } from "../../python-text.ts";
import { MISSING } from "../../scope.ts";
import { positionalMethod, type MethodTable } from "../builtin-method.ts";

export const DICT_METHODS: MethodTable<PyDict> = new Map([
  positionalMethod<PyDict>("get", [1, 2], (dict, key, fallback = null) =>
    orElse(dict, key, fallback),
  ),
  positionalMethod<PyDict>("keys", [0, 0], (dict) => new PyDictView(dict, "keys")),
  positionalMethod<PyDict>("values", [0, 0], (dict) => new PyDictView(dict, "values")),
  positionalMethod<PyDict>("items", [0, 0], (dict) => new PyDictView(dict, "items")),
  positionalMethod<PyDict>("copy", [0, 0], (dict) => dict.copy()),
  positionalMethod<PyDict>("setdefault", [1, 2], (dict, key, fallback = null) => {
    if (!dict.has(key)) dict.set(key, fallback);
    return dict.get(key);
  }),
  positionalMethod<PyDict>("pop", [1, 2], (dict, key, fallback) => {
    const value = dict.get(key);
    if (value === MISSING && fallback === undefined) throw pythonError("KeyError", pyRepr(key));
    dict.delete(key);
    return value === MISSING ? fallback : value;
  }),
  positionalMethod<PyDict>("popitem", [0, 0], (dict) => {
    const last = [...dict.entries()].at(-1);
    if (last === undefined) throw pythonError("KeyError", "'popitem(): dictionary is empty'");
    dict.delete(last[0]);
    return new PyTuple(last);
  }),
  positionalMethod<PyDict>("clear", [0, 0], (dict) => {
    dict.clear();
    return null;
  }),
  positionalMethod<PyDict>("fromkeys", [1, 2], (_dict, keys, value = null) =>
    PyDict.fromEntries(pyList(keys).map((key) => [key, value] as const)),
  ),
  ["update", update],
]);

function orElse(dict: PyDict, key: unknown, fallback: unknown): unknown {
  const value = dict.get(key);
  return value === MISSING ? fallback : value;
}

function update(dict: PyDict, args: CallArguments): null {
  const [other, named] = bindArguments("update", ["other=", "**named"], {
    positional: args.positional,
    named: args.named,
  });
  if (other !== MISSING) for (const [key, value] of dictEntries(other)) dict.set(key, value);
  if (named instanceof Map) for (const [key, value] of named) dict.set(key, value);
  return null;
}

/** What Python's `dict(value)` reads: a mapping or pairs. */
export function dictEntries(value: unknown): (readonly [unknown, unknown])[] {
  if (value instanceof PyDict) return [...value.entries()];
  return Array.from(pyIterate(value), (pair, index) => {
    const length = lengthOf(pair);
    if (length === undefined) {
      throw pythonError(
        "TypeError",
        `cannot convert dictionary update sequence element #${String(index)} to a sequence`,
      );
    }
    if (length !== 2) {
      throw pythonError(
        "ValueError",
        `dictionary update sequence element #${String(index)} has length ${String(length)}; 2 is required`,
      );
    }
    const [key, held] = pyList(pair);
    return [key, held] as const;
  });
}
