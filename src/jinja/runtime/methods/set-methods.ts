import { pythonError } from "../../../errors/jinja-errors.ts";
import { pyIterate } from "../../py-iterate.ts";
import { PySet } from "../../py-set.ts";
import { pyRepr } from "../../python-text.ts";
import { positionalMethod, type BuiltinMethod, type MethodTable } from "../builtin-method.ts";
import { difference, intersection, isSubset, symmetricDifference } from "../set-operations.ts";

export const SET_METHODS: MethodTable<PySet> = new Map([
  positionalMethod<PySet>("add", [1, 1], (set, item) => {
    set.add(item);
    return null;
  }),
  positionalMethod<PySet>("discard", [1, 1], (set, item) => {
    set.delete(item);
    return null;
  }),
  positionalMethod<PySet>("remove", [1, 1], (set, item) => {
    if (!set.delete(item)) throw pythonError("KeyError", pyRepr(item));
    return null;
  }),
  positionalMethod<PySet>("pop", [0, 0], (set) => {
    const [first] = set;
    if (set.size === 0) throw pythonError("KeyError", "'pop from an empty set'");
    set.delete(first);
    return first;
  }),
  positionalMethod<PySet>("clear", [0, 0], (set) => {
    set.clear();
    return null;
  }),
  positionalMethod<PySet>("copy", [0, 0], (set) => new PySet(set)),
  positionalMethod<PySet>("update", [0, 100], (set, ...others) => {
    for (const other of others) for (const item of pyIterate(other)) set.add(item);
    return null;
  }),
  positionalMethod<PySet>("union", [0, 100], (set, ...others) => {
    return new PySet([...set, ...others.flatMap((other) => [...pyIterate(other)])]);
  }),
  folded("difference", difference),
  folded("intersection", intersection),
  positionalMethod<PySet>("symmetric_difference", [1, 1], (set, other) =>
    symmetricDifference(set, pyIterate(other)),
  ),
  positionalMethod<PySet>("issubset", [1, 1], (set, other) => isSubset(set, pyIterate(other))),
  positionalMethod<PySet>("issuperset", [1, 1], (set, other) => isSubset(pyIterate(other), set)),
  positionalMethod<PySet>(
    "isdisjoint",
    [1, 1],
    (set, other) => intersection(set, pyIterate(other)).size === 0,
  ),
  inPlace("difference_update", difference),
  inPlace("intersection_update", intersection),
  inPlace("symmetric_difference_update", symmetricDifference),
]);

type Combine = (left: Iterable<unknown>, right: Iterable<unknown>) => PySet;

function folded(name: string, combine: Combine): readonly [string, BuiltinMethod<PySet>] {
  return positionalMethod<PySet>(name, [0, 100], (set, ...others) =>
    others.reduce<PySet>((result, other) => combine(result, pyIterate(other)), new PySet(set)),
  );
}

function inPlace(name: string, combine: Combine): readonly [string, BuiltinMethod<PySet>] {
  return positionalMethod<PySet>(name, [1, 1], (set, other) => {
    const result = combine([...set], pyIterate(other));
    set.clear();
    for (const item of result) set.add(item);
    return null;
  });
}
