import type { SparkType } from "../spark-type.ts";
import { decimal } from "./spark-types.ts";

export type DecimalType = Extract<SparkType, { readonly kind: "decimal" }>;

const MAX_PRECISION = 38;
const MIN_ADJUSTED_SCALE = 6;

/** The decimal that holds every value of a numeric type; undefined for float and double. */
export function decimalFor(type: SparkType): DecimalType | undefined {
  switch (type.kind) {
    case "decimal":
      return type;
    case "tinyint":
      return { kind: "decimal", precision: 3, scale: 0 };
    case "smallint":
      return { kind: "decimal", precision: 5, scale: 0 };
    case "int":
      return { kind: "decimal", precision: 10, scale: 0 };
    case "bigint":
      return { kind: "decimal", precision: 20, scale: 0 };
    default:
      return undefined;
  }
}

/**
 * DecimalType.adjustPrecisionScale: where 38 digits do not suffice, integral digits win and at least 6
 * fraction digits stay.
 */
export function adjustDecimal(precision: number, scale: number): SparkType {
  if (precision <= MAX_PRECISION) return decimal(precision, scale);
  const integral = precision - scale;
  const smallest = Math.min(scale, MIN_ADJUSTED_SCALE);
  return decimal(MAX_PRECISION, Math.max(MAX_PRECISION - integral, smallest));
}

/** DecimalType.bounded: cuts both at 38. */
export function boundedDecimal(precision: number, scale: number): SparkType {
  return decimal(Math.min(precision, MAX_PRECISION), Math.min(scale, MAX_PRECISION));
}

/** The result of an operator on two decimals (Spark 3.5, allowPrecisionLoss on). */
export function decimalResult(
  op: "+" | "-" | "*" | "/" | "%",
  a: DecimalType,
  b: DecimalType,
): SparkType {
  const integralA = a.precision - a.scale;
  const integralB = b.precision - b.scale;
  const scale = Math.max(a.scale, b.scale);
  switch (op) {
    case "+":
    case "-":
      return adjustDecimal(Math.max(integralA, integralB) + scale + 1, scale);
    case "*":
      return adjustDecimal(a.precision + b.precision + 1, a.scale + b.scale);
    case "/": {
      const fraction = Math.max(MIN_ADJUSTED_SCALE, a.scale + b.precision + 1);
      return adjustDecimal(integralA + b.scale + fraction, fraction);
    }
    case "%":
      return adjustDecimal(Math.min(integralA, integralB) + scale, scale);
  }
}

/** The decimal that holds all values of both (union, comparison, CASE). */
export function widerDecimal(a: DecimalType, b: DecimalType): SparkType {
  const scale = Math.max(a.scale, b.scale);
  const integral = Math.max(a.precision - a.scale, b.precision - b.scale);
  return boundedDecimal(integral + scale, scale);
}
