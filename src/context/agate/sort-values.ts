import { pyStr } from "../../jinja/python-text.ts";
import { isDecimalObject } from "../decimal-object.ts";
import { PyFloat } from "../../util/python-values.ts";

/** Sorted as Python sorts values of one column; NULLs stand last. */
export function sortedNullsLast(values: readonly unknown[]): unknown[] {
  return [...values].sort(compareValues);
}

export function compareValues(left: unknown, right: unknown): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const [a, b] = [comparable(left), comparable(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparable(value: unknown): number | bigint | string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") {
    return value;
  }
  if (typeof value === "boolean") return Number(value);
  if (isDecimalObject(value)) return Number(value.decimal);
  if (value instanceof PyFloat) return value.value;
  // Dates and datetimes print in the order of time.
  return pyStr(value);
}
