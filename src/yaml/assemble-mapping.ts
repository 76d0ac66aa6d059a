import type { PlaceTree } from "./place-tree.ts";

/** A node of the document, and where it and its parts stand. */
export interface Composed {
  readonly value: unknown;
  readonly places: PlaceTree;
}

/**
 * A mapping of its own keys over those that it merges in (`<<`), with the places of all.
 *
 * @param start - offset of the mapping
 */
export function assembleMapping(
  own: ReadonlyMap<string, Composed & { at: number }>,
  merged: readonly Composed[],
  start: number,
): Composed {
  const value: Record<string, unknown> = {};
  const children = new Map<string, PlaceTree>();
  for (const source of merged) {
    if (!isMapping(source.value)) continue;
    for (const [key, item] of Object.entries(source.value)) {
      setKey(value, key, item);
      const places = source.places.children?.get(key);
      if (places) children.set(key, places);
    }
  }
  for (const [key, item] of own) {
    setKey(value, key, item.value);
    children.set(key, { ...item.places, at: item.at });
  }
  return { value, places: { at: start, valueAt: start, children } };
}

/** `__proto__` is an ordinary key. */
function setKey(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== "__proto__") {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** A mapping of the document; dates and floats are scalars. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !isPythonScalar(value)
  );
}

/** A value of a class: PyFloat, PyDate, PyDateTime. */
export function isPythonScalar(value: object): boolean {
  return Object.getPrototypeOf(value) !== Object.prototype && !Array.isArray(value);
}
