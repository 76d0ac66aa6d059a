import { PyTuple } from "../../py-tuple.ts";
import { PyFloat } from "../../../util/python-values.ts";
import { asNumber } from "../numbers.ts";
import { positionalMethod, type MethodTable } from "../builtin-method.ts";

export const INT_METHODS: MethodTable<number | bigint> = new Map([
  positionalMethod<number | bigint>("bit_length", [0, 0], (value) => {
    const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
    return magnitude === 0n ? 0 : magnitude.toString(2).length;
  }),
  positionalMethod<number | bigint>("conjugate", [0, 0], (value) => value),
  positionalMethod<number | bigint>("as_integer_ratio", [0, 0], (value) => new PyTuple([value, 1])),
]);

export const FLOAT_METHODS: MethodTable<PyFloat> = new Map([
  positionalMethod<PyFloat>("is_integer", [0, 0], ({ value }) => Number.isInteger(value)),
  positionalMethod<PyFloat>("conjugate", [0, 0], (value) => value),
]);

/** `real`, `imag`, `numerator` and `denominator` of numbers. */
export function numberAttribute(value: unknown, name: string): unknown {
  if (asNumber(value) === undefined) return undefined;
  const real = typeof value === "boolean" ? Number(value) : value;
  if (name === "real") return real;
  if (name === "imag") return value instanceof PyFloat ? new PyFloat(0) : 0;
  if (value instanceof PyFloat) return undefined;
  if (name === "numerator") return real;
  return name === "denominator" ? 1 : undefined;
}
