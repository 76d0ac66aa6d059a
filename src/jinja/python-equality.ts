import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject } from "./host-object.ts";
import { PyDict } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { MISSING } from "./scope.ts";
import { UndefinedValue } from "./undefined-value.ts";

/** Python's `left == right`: deep for containers, 1 == 1.0 == True, a list is never a tuple. */
export function pyEquals(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "string" || typeof right === "string") return hostEquals(left, right);
  const leftNumber = numberOf(left);
  if (leftNumber !== undefined) {
    const rightNumber = numberOf(right);
    // `==` compares number and bigint by value, which is what Python does.

    if (rightNumber !== undefined) return leftNumber == rightNumber;
    return hostEquals(left, right);
  }
  return objectEquals(left, right);
}

/** The value as a JavaScript number where Python counts it as one; else undefined. */
function numberOf(value: unknown): number | bigint | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : undefined;
}

function objectEquals(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return Array.isArray(right) && itemsEqual(left, right);
  if (left instanceof PyTuple) {
    return right instanceof PyTuple && itemsEqual(left.items, right.items);
  }
  if (left instanceof PyDict) return right instanceof PyDict && dictsEqual(left, right);
  if (isSetLike(left)) return isSetLike(right) && setsEqual(left, right);
  return scalarEquals(left, right) ?? hostEquals(left, right);
}

/** Undefined where the left value is none of these. */
function scalarEquals(left: unknown, right: unknown): boolean | undefined {
  if (left instanceof UndefinedValue) return right instanceof UndefinedValue;
  if (left instanceof PyRange) {
    return right instanceof PyRange && itemsEqual([...left], [...right]);
  }
  if (left instanceof PyDate && right instanceof PyDate) return left.iso === right.iso;
  if (left instanceof PyDateTime && right instanceof PyDateTime) return left.iso === right.iso;
  return undefined;
}

function hostEquals(left: unknown, right: unknown): boolean {
  if (isHostObject(left)) return left[HOST].equals?.(right) ?? false;
  if (isHostObject(right)) return right[HOST].equals?.(left) ?? false;
  return false;
}

function itemsEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => pyEquals(item, right[index]));
}

function dictsEqual(left: PyDict, right: PyDict): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left.entries()) {
    const other = right.get(key);
    if (other === MISSING || !pyEquals(value, other)) return false;
  }
  return true;
}

function isSetLike(value: unknown): value is PySet | PyDictView {
  return value instanceof PySet || (value instanceof PyDictView && value.kind !== "values");
}

function setsEqual(left: PySet | PyDictView, right: PySet | PyDictView): boolean {
  const members = right instanceof PySet ? right : new PySet(right);
  if (left.size !== members.size) return false;
  for (const item of left) if (!members.has(item)) return false;
  return true;
}
