import { jsFunction, type JsFunction } from "../js-function.ts";

/** Exact decimal arithmetic in big integers: text in, text out, NULL where the result does not fit. */
export const DECIMAL_FUNCTIONS: readonly JsFunction[] = [
  jsFunction(
    "js_decimal_multiply",
    ["VARCHAR", "VARCHAR", "INTEGER", "INTEGER"],
    "VARCHAR",
    (left, right, precision, scale) => {
      const [a, b] = [readDecimal(left), readDecimal(right)];
      return writeDecimal(
        rescale(a.unscaled * b.unscaled, a.scale + b.scale, scale),
        precision,
        scale,
      );
    },
  ),
  jsFunction(
    "js_decimal_divide",
    ["VARCHAR", "VARCHAR", "INTEGER", "INTEGER"],
    "VARCHAR",
    (left, right, precision, scale) => {
      const [a, b] = [readDecimal(left), readDecimal(right)];
      if (b.unscaled === 0n) return null;
      const shift = scale + b.scale - a.scale;
      const numerator = shift >= 0 ? a.unscaled * 10n ** BigInt(shift) : a.unscaled;
      const denominator = shift >= 0 ? b.unscaled : b.unscaled * 10n ** BigInt(-shift);
      return writeDecimal(divideHalfUp(numerator, denominator), precision, scale);
    },
  ),
  jsFunction("js_log1p", ["DOUBLE"], "DOUBLE", Math.log1p),
  jsFunction("js_expm1", ["DOUBLE"], "DOUBLE", Math.expm1),
];

interface Unscaled {
  readonly unscaled: bigint;
  readonly scale: number;
}

function readDecimal(text: string): Unscaled {
  const [whole = "", fraction = ""] = text.split(".");
  return { unscaled: BigInt(whole + fraction), scale: fraction.length };
}

function rescale(unscaled: bigint, from: number, to: number): bigint {
  if (to >= from) return unscaled * 10n ** BigInt(to - from);
  return divideHalfUp(unscaled, 10n ** BigInt(from - to));
}

/** Halves go away from zero: java.math.RoundingMode.HALF_UP. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const [n, d] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  const quotient = n / d + ((n % d) * 2n >= d ? 1n : 0n);
  return isNegative ? -quotient : quotient;
}

function writeDecimal(unscaled: bigint, precision: number, scale: number): string | null {
  const size = unscaled < 0n ? -unscaled : unscaled;
  if (size >= 10n ** BigInt(precision)) return null;
  const digits = String(size).padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return unscaled < 0n ? `-${text}` : text;
}
