import { PyDictView } from "../py-dict-view.ts";
import { PySet } from "../py-set.ts";
import { MISSING } from "../scope.ts";

/** `left - right` of sets and dict views, else MISSING. */
export function setDifference(left: unknown, right: unknown): unknown {
  if (!isSetLike(left) || !isSetLike(right)) return MISSING;
  return difference(left, right);
}

export function isSetLike(value: unknown): value is PySet | PyDictView {
  return value instanceof PySet || (value instanceof PyDictView && value.kind !== "values");
}

export function difference(left: Iterable<unknown>, right: Iterable<unknown>): PySet {
  const removed = new PySet(right);
  return new PySet([...left].filter((item) => !removed.has(item)));
}

export function intersection(left: Iterable<unknown>, right: Iterable<unknown>): PySet {
  const kept = new PySet(right);
  return new PySet([...left].filter((item) => kept.has(item)));
}

export function symmetricDifference(left: Iterable<unknown>, right: Iterable<unknown>): PySet {
  const [a, b] = [[...left], [...right]];
  return new PySet([...difference(a, b), ...difference(b, a)]);
}

export function isSubset(left: Iterable<unknown>, right: Iterable<unknown>): boolean {
  const all = new PySet(right);
  return [...left].every((item) => all.has(item));
}
