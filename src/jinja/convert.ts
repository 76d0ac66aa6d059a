import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { isHostObject } from "./host-object.ts";
import { PyDict, type DictStore } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyIterator } from "./py-iterator.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { pyStr } from "./python-text.ts";
import { UndefinedValue } from "./undefined-value.ts";

/**
 * The value as templates know it, deeply: objects and Maps become dicts, Sets sets, numbers with
 * a fraction floats, integers past 2^53 bigints, `undefined` None. Values that are Python's already pass unchanged.
 */
export function toPython(value: unknown): unknown {
  if (typeof value === "number") return numberToPython(value);
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toPython);
  if (isPythonValue(value)) return value;
  if (value instanceof Map) {
    return PyDict.fromEntries(Array.from(value, ([key, held]) => [toPython(key), toPython(held)]));
  }
  if (value instanceof Set) return new PySet(Array.from(value, toPython));
  if (value instanceof Date) return new PyDateTime(value.toISOString().replace("Z", "+00:00"));
  return PyDict.fromEntries(
    Object.entries(value).map(([key, held]) => [key, toPython(held)] as const),
  );
}

function numberToPython(value: number): number | bigint | PyFloat {
  if (!Number.isInteger(value)) return new PyFloat(value);
  return Number.isSafeInteger(value) ? value : BigInt(value);
}

function isPythonValue(value: object): boolean {
  return (
    isHostObject(value) ||
    value instanceof PyDict ||
    value instanceof PyFloat ||
    value instanceof PyTuple ||
    value instanceof PySet ||
    value instanceof PyRange ||
    value instanceof PyIterator ||
    value instanceof PyDictView ||
    value instanceof PyDate ||
    value instanceof PyDateTime ||
    value instanceof UndefinedValue
  );
}

/**
 * The value as JSON knows it, deeply: dicts become objects (keys as Python prints them), tuples,
 * sets, ranges and iterators arrays, Undefined null. Floats and dates stay what they are; their
 * `toJSON` prints them. Host objects pass unchanged.
 */
export function fromPython(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(fromPython);
  if (value instanceof PyDict) return objectFromDict(value);
  if (value instanceof PyTuple) return value.items.map(fromPython);
  if (value instanceof UndefinedValue) return null;
  if (
    value instanceof PySet ||
    value instanceof PyRange ||
    value instanceof PyIterator ||
    value instanceof PyDictView
  ) {
    return Array.from(value, fromPython);
  }
  return value;
}

function objectFromDict(dict: PyDict): Record<string, unknown> {
  const entries = Array.from(
    dict.entries(),
    ([key, held]) => [pyStr(key), fromPython(held)] as const,
  );
  return Object.fromEntries(entries);
}

/**
 * A dict over a big host object that is converted key by key when a template looks. Changes by
 * templates stay in the view; the object is never written.
 */
export function lazyDict(object: Readonly<Record<string, unknown>>): PyDict {
  return new PyDict(lazyStore(object));
}

function lazyStore(object: Readonly<Record<string, unknown>>): DictStore {
  const converted = new Map<unknown, unknown>();
  const keys = new Map<unknown, true>(Object.keys(object).map((key) => [key, true]));
  return {
    get size() {
      return keys.size;
    },
    has: (key) => keys.has(key),
    get(key) {
      if (!keys.has(key)) return undefined;
      if (!converted.has(key)) converted.set(key, convertLazily(object[String(key)]));
      return converted.get(key);
    },
    set(key, value) {
      keys.set(key, true);
      converted.set(key, value);
    },
    delete(key) {
      converted.delete(key);
      return keys.delete(key);
    },
    clear() {
      converted.clear();
      keys.clear();
    },
    keys: () => keys.keys(),
  };
}

/** Objects below stay lazy too. */
function convertLazily(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return toPython(value);
  return isRecord(value) ? lazyDict(value) : toPython(value);
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
