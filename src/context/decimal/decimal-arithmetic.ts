import { takeApart } from "./decimal-text.ts";

/** Python's default context: results have 28 digits at most, rounded half to even. */
const PRECISION = 28;

/** `coefficient * 10 ** exponent`, exactly. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Undefined for NaN and the infinities, which take no part in arithmetic here. */
export function decimalOf(text: string): Decimal | undefined {
  const parts = takeApart(text);
  if (!parts) return undefined;
  const digits = BigInt(parts.digits);
  return { coefficient: parts.sign === "-" ? -digits : digits, exponent: parts.exponent };
}

export function decimalTextOf({ coefficient, exponent }: Decimal): string {
  return `${coefficient}E${exponent}`;
}

export function add(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.min(left.exponent, right.exponent);
  return rounded({ coefficient: scaled(left, exponent) + scaled(right, exponent), exponent });
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, negate(right));
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return rounded({
    coefficient: left.coefficient * right.coefficient,
    exponent: left.exponent + right.exponent,
  });
}

/** The right side must not be zero. */
export function divide(left: Decimal, right: Decimal): Decimal {
  const ideal = left.exponent - right.exponent;
  const shift = PRECISION + 2 + String(right.coefficient).length;
  const numerator = left.coefficient * 10n ** BigInt(shift);
  const quotient = numerator / right.coefficient;
  // A digit that says "there is more" keeps rounding half to even honest.
  const sticky =
    numerator % right.coefficient === 0n ? quotient * 10n : quotient * 10n + signOf(quotient);
  const result = rounded({ coefficient: sticky, exponent: ideal - shift - 1 });
  return towards(result, ideal);
}

/** Python's Decimal cuts towards zero: `-7 // 2` is -3. */
export function divideWhole(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.min(left.exponent, right.exponent);
  return { coefficient: scaled(left, exponent) / scaled(right, exponent), exponent: 0 };
}

export function remainder(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.min(left.exponent, right.exponent);
  return rounded({ coefficient: scaled(left, exponent) % scaled(right, exponent), exponent });
}

export function negate({ coefficient, exponent }: Decimal): Decimal {
  return { coefficient: -coefficient, exponent };
}

/** Negative, zero or positive. */
export function compare(left: Decimal, right: Decimal): number {
  const exponent = Math.min(left.exponent, right.exponent);
  const difference = scaled(left, exponent) - scaled(right, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled({ coefficient, exponent }: Decimal, to: number): bigint {
  return coefficient * 10n ** BigInt(exponent - to);
}

function rounded(value: Decimal): Decimal {
  const negative = value.coefficient < 0n;
  const digits = String(negative ? -value.coefficient : value.coefficient);
  const surplus = digits.length - PRECISION;
  if (surplus <= 0) return value;
  const divisor = 10n ** BigInt(surplus);
  const magnitude = BigInt(digits);
  const kept = magnitude / divisor;
  const twice = (magnitude % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && kept % 2n === 1n);
  const coefficient = up ? kept + 1n : kept;
  return {
    coefficient: negative ? -coefficient : coefficient,
    exponent: value.exponent + surplus,
  };
}

/** Drops trailing zeros until the exponent is the one that an exact result would have. */
function towards(value: Decimal, ideal: number): Decimal {
  let { coefficient, exponent } = value;
  while (exponent < ideal && coefficient % 10n === 0n && coefficient !== 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return coefficient === 0n ? { coefficient, exponent: ideal } : { coefficient, exponent };
}

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : 1n;
}
