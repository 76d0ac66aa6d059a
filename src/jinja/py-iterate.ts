import { pythonError } from "../errors/jinja-errors.ts";
import { HOST, isHostObject } from "./host-object.ts";
import { PyDict } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyIterator } from "./py-iterator.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { pythonTypeName } from "./python-types.ts";
import { UndefinedValue } from "./undefined-value.ts";

/** What Python's `iter(value)` walks: characters of a string, keys of a dict. */
export function pyIterate(value: unknown): Iterable<unknown> {
  const items = iterableOf(value);
  if (items !== undefined) return items;
  throw pythonError("TypeError", `'${pythonTypeName(value)}' object is not iterable`);
}

/** Like pyIterate, but undefined where Python would refuse. */
export function iterableOf(value: unknown): Iterable<unknown> | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value;
  if (value instanceof PyDict) return value.keys();
  if (value instanceof PyTuple) return value.items;
  if (value instanceof UndefinedValue) return [];
  if (isHostObject(value)) return value[HOST].iterate?.();
  const walkable =
    value instanceof PyIterator ||
    value instanceof PyRange ||
    value instanceof PySet ||
    value instanceof PyDictView;
  return walkable ? value : undefined;
}

/** Python's `list(value)`: a new array. */
export function pyList(value: unknown): unknown[] {
  return Array.from(pyIterate(value));
}

/** Python's `len(value)`. */
export function pyLength(value: unknown): number {
  const length = lengthOf(value);
  if (length !== undefined) return length;
  throw pythonError("TypeError", `object of type '${pythonTypeName(value)}' has no len()`);
}

/** Like pyLength, but undefined where Python would refuse. */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return codePointLength(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof PyTuple) return value.items.length;
  if (value instanceof PyRange) return value.length;
  if (value instanceof UndefinedValue) return 0;
  if (value instanceof PyDict || value instanceof PySet || value instanceof PyDictView) {
    return value.size;
  }
  return isHostObject(value) ? value[HOST].length?.() : undefined;
}

const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/g;

function codePointLength(text: string): number {
  const pairs = text.match(SURROGATE);
  return text.length - (pairs?.length ?? 0);
}
