import { PyFloat } from "../../util/python-values.ts";

/** A Python number taken apart: bools count as integers. */
export type PyNumber =
  | { readonly kind: "int"; readonly value: number | bigint }
  | { readonly kind: "float"; readonly value: number };

/** The number in a value, or undefined. */
export function asNumber(value: unknown): PyNumber | undefined {
  if (typeof value === "number") return { kind: Number.isInteger(value) ? "int" : "float", value };
  if (typeof value === "bigint") return { kind: "int", value };
  if (typeof value === "boolean") return { kind: "int", value: value ? 1 : 0 };
  if (value instanceof PyFloat) return { kind: "float", value: value.value };
  return undefined;
}

/** An integer as templates keep it: a number where it is safe, else a bigint. */
export function normalInt(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : value;
}

/** An index or a count: the integer in a value (bools too), or undefined. */
export function asIndex(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "bigint" ? Number(value) : undefined;
}
