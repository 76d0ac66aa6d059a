import { pythonError } from "../errors/jinja-errors.ts";
import type { EngineError } from "../errors/engine-error.ts";
import { PyDate, PyDateTime } from "../util/python-values.ts";
import { HOST, isHostObject } from "./host-object.ts";
import { PyTuple } from "./py-tuple.ts";
import { pyEquals } from "./python-equality.ts";
import { pythonTypeName } from "./python-types.ts";
import { UndefinedValue } from "./undefined-value.ts";
import { asNumber } from "./runtime/numbers.ts";
import { isSetLike, isSubset } from "./runtime/set-operations.ts";

export type OrderOperator = "<" | "<=" | ">" | ">=";

/** Python's ordering operators. */
export function order(operator: OrderOperator, left: unknown, right: unknown): boolean {
  const leftNumber = asNumber(left);
  const rightNumber = leftNumber && asNumber(right);
  if (leftNumber && rightNumber) return holds(operator, leftNumber.value, rightNumber.value);
  if (isSetLike(left) && isSetLike(right)) return orderSets(operator, left, right);
  const sign = compareOthers(operator, left, right);
  if (sign === undefined) throw notOrdered(operator, left, right);
  return holds(operator, sign, 0);
}

/** Numbers apart, so that NaN is never ordered. */
function holds(operator: OrderOperator, left: number | bigint, right: number | bigint): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function compareOthers(operator: OrderOperator, left: unknown, right: unknown): number | undefined {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (Array.isArray(left) && Array.isArray(right)) return compareItems(operator, left, right);
  if (left instanceof PyTuple && right instanceof PyTuple) {
    return compareItems(operator, left.items, right.items);
  }
  if (left instanceof PyDate && right instanceof PyDate) return compareText(left.iso, right.iso);
  if (left instanceof PyDateTime && right instanceof PyDateTime) {
    return compareText(left.iso, right.iso);
  }
  return compareHosts(left, right);
}

function compareHosts(left: unknown, right: unknown): number | undefined {
  if (left instanceof UndefinedValue) throw left.error();
  if (right instanceof UndefinedValue) throw right.error();
  if (isHostObject(left)) return left[HOST].compare?.(right);
  if (!isHostObject(right)) return undefined;
  const reversed = right[HOST].compare?.(left);
  return reversed === undefined ? undefined : -reversed;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Python orders strings by code point, JavaScript by UTF-16 unit: they part above U+FFFF. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  if (!SURROGATE.test(left) && !SURROGATE.test(right)) return left < right ? -1 : 1;
  const [a, b] = [Array.from(left), Array.from(right)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const gap = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0);
    if (gap !== 0) return gap;
  }
  return a.length - b.length;
}

function compareItems(
  operator: OrderOperator,
  left: readonly unknown[],
  right: readonly unknown[],
): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    if (pyEquals(left[index], right[index])) continue;
    return order(operator, left[index], right[index]) === operator.startsWith("<") ? -1 : 1;
  }
  return left.length - right.length;
}

function orderSets(
  operator: OrderOperator,
  left: Iterable<unknown> & { size: number },
  right: Iterable<unknown> & { size: number },
): boolean {
  if (operator.startsWith(">")) return orderSets(operator === ">" ? "<" : "<=", right, left);
  return isSubset(left, right) && (operator === "<=" || left.size < right.size);
}

function notOrdered(operator: OrderOperator, left: unknown, right: unknown): EngineError {
  return pythonError(
    "TypeError",
    `'${operator}' not supported between instances of '${pythonTypeName(left)}' and '${pythonTypeName(right)}'`,
  );
}

/** Python's `sorted`: stable, by key; a reversed sort keeps equal items in their order. */
export function pySorted(
  items: Iterable<unknown>,
  key: (item: unknown) => unknown,
  reverse = false,
): unknown[] {
  const keyed = Array.from(items, (item) => ({ item, key: key(item) }));
  const direction = reverse ? -1 : 1;
  keyed.sort((a, b) => direction * compareForSort(a.key, b.key));
  return keyed.map(({ item }) => item);
}

/** Python sorts with `<` alone. */
function compareForSort(left: unknown, right: unknown): number {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (order("<", left, right)) return -1;
  return order("<", right, left) ? 1 : 0;
}
