/**
 * `value * 10 ** decimals` as a whole number, exactly rounded, ties to even as in Python.
 * JavaScript's toFixed rounds ties up. `value` is finite and not negative; `decimals` may be below 0.
 */
export function roundedDigits(value: number, decimals: number): bigint {
  const { mantissa, exponent } = takeApart(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (decimals >= 0) numerator *= 10n ** BigInt(decimals);
  else denominator *= 10n ** BigInt(-decimals);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return divideHalfEven(numerator, denominator);
}

/** numerator / denominator, both not negative, rounded half to even. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const doubled = 2n * (numerator % denominator);
  const up = doubled > denominator || (doubled === denominator && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** The value is mantissa * 2 ** exponent. */
function takeApart(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** `%.{decimals}f` of a finite number that is not negative. */
export function fixedText(value: number, decimals: number): string {
  const digits = String(roundedDigits(value, decimals)).padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `%.{decimals}e` of a finite number that is not negative. */
export function exponentText(value: number, decimals: number): string {
  const { digits, exponent } = scientific(value, decimals);
  const body = decimals === 0 ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
  const sign = exponent < 0 ? "-" : "+";
  return pythonExponent(`${body}e${sign}${String(Math.abs(exponent))}`);
}

/** `%.{precision}g`: as few digits as say it, in the shorter of the two notations. */
export function generalText(value: number, precision: number, keepZeros: boolean): string {
  const significant = Math.max(precision, 1);
  const { exponent } = scientific(value, significant - 1);
  if (exponent < -4 || exponent >= significant) {
    const text = exponentText(value, significant - 1);
    return keepZeros ? text : text.replace(/\.?0*e/, "e").replace(/^e/, "0e");
  }
  const text = fixedText(value, significant - 1 - exponent);
  return keepZeros || !text.includes(".") ? text : text.replace(/\.?0+$/, "");
}

function scientific(value: number, decimals: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: "0".repeat(decimals + 1), exponent: 0 };
  const exponent = Number(value.toExponential().split("e")[1]);
  const digits = String(roundedDigits(value, decimals - exponent));
  return digits.length > decimals + 1
    ? { digits: digits.slice(0, -1), exponent: exponent + 1 }
    : { digits, exponent };
}

/** JavaScript writes `1e+5` and `1e-5`; Python pads the exponent to two digits. */
function pythonExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
