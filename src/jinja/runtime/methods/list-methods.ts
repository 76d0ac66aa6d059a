import { pythonError } from "../../../errors/jinja-errors.ts";
import { pyIterate } from "../../py-iterate.ts";
import type { PyTuple } from "../../py-tuple.ts";
import { pyEquals } from "../../python-equality.ts";
import { pyRepr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { intArgument, optionalInt } from "../arguments.ts";
import { namedMethod, positionalMethod, type MethodTable } from "../builtin-method.ts";
import { pySorted } from "../../python-ordering.ts";

export const LIST_METHODS: MethodTable<unknown[]> = new Map([
  positionalMethod<unknown[]>("append", [1, 1], (list, item) => {
    list.push(item);
    return null;
  }),
  positionalMethod<unknown[]>("extend", [1, 1], (list, items) => {
    for (const item of [...pyIterate(items)]) list.push(item);
    return null;
  }),
  positionalMethod<unknown[]>("insert", [2, 2], (list, at, item) => {
    list.splice(intArgument(at), 0, item);
    return null;
  }),
  positionalMethod<unknown[]>("pop", [0, 1], pop),
  positionalMethod<unknown[]>("remove", [1, 1], (list, item) => {
    const at = list.findIndex((held) => pyEquals(held, item));
    if (at < 0) throw pythonError("ValueError", "list.remove(x): x not in list");
    list.splice(at, 1);
    return null;
  }),
  positionalMethod<unknown[]>("clear", [0, 0], (list) => {
    list.length = 0;
    return null;
  }),
  positionalMethod<unknown[]>("copy", [0, 0], (list) => [...list]),
  positionalMethod<unknown[]>("reverse", [0, 0], (list) => {
    list.reverse();
    return null;
  }),
  namedMethod<unknown[]>("sort", ["key=None", "reverse=False"], (list, key, reverse) => {
    if (key !== null) throw pythonError("TypeError", "list.sort(key=...) needs a Python function");
    list.splice(0, list.length, ...pySorted(list, (item) => item, pyTruth(reverse)));
    return null;
  }),
  positionalMethod<unknown[]>("index", [1, 3], (list, ...values) => indexOf("list", list, values)),
  positionalMethod<unknown[]>("count", [1, 1], countOf),
]);

export const TUPLE_METHODS: MethodTable<PyTuple> = new Map([
  positionalMethod<PyTuple>("index", [1, 3], (tuple, ...values) =>
    indexOf("tuple", tuple.items, values),
  ),
  positionalMethod<PyTuple>("count", [1, 1], (tuple, item) => countOf(tuple.items, item)),
]);

function pop(list: unknown[], at: unknown): unknown {
  const index = optionalInt(at, -1);
  if (list.length === 0) throw pythonError("IndexError", "pop from empty list");
  const place = index < 0 ? index + list.length : index;
  if (place < 0 || place >= list.length) throw pythonError("IndexError", "pop index out of range");
  return list.splice(place, 1)[0];
}

function indexOf(
  type: "list" | "tuple",
  items: readonly unknown[],
  [item, start, stop]: unknown[],
): number {
  const from = clamp(optionalInt(start, 0), items.length);
  const to = clamp(optionalInt(stop, items.length), items.length);
  for (let at = from; at < to; at += 1) if (pyEquals(items[at], item)) return at;
  const message =
    type === "list" ? `${pyRepr(item)} is not in list` : "tuple.index(x): x not in tuple";
  throw pythonError("ValueError", message);
}

function clamp(index: number, length: number): number {
  return index < 0 ? Math.max(0, index + length) : Math.min(index, length);
}

function countOf(items: readonly unknown[], item: unknown): number {
  return items.filter((held) => pyEquals(held, item)).length;
}
