const MAX_UNSIGNED = (1n << 64n) - 1n;

/**
 * Spark's conv: a number's text from one base to another, in unsigned 64 bits unless the target base
 * is negative. Reading stops at the first character that is no digit; NULL where none is there.
 */
export function convertBase(text: string, from: number, to: number): string | null {
  const base = Math.abs(to);
  if (from < 2 || from > 36 || base < 2 || base > 36) return null;
  const match = /^\s*(-?)(.*)$/s.exec(text);
  const digits = match?.[2] ?? "";
  if (digits.trim() === "") return null;
  const isNegative = match?.[1] === "-";
  let value = readDigits(digits, from);
  // What has overflowed a signed long stays at the end of the range.
  if (isNegative && to > 0) {
    value = BigInt.asIntN(64, value) < 0n ? MAX_UNSIGNED : BigInt.asUintN(64, -value);
  }
  if (to > 0) return value.toString(base).toUpperCase();
  const signed = isNegative ? -value : BigInt.asIntN(64, value);
  return signed.toString(base).toUpperCase();
}

function readDigits(text: string, base: number): bigint {
  let value = 0n;
  for (const char of text) {
    const digit = Number.parseInt(char, 36);
    if (Number.isNaN(digit) || digit >= base) break;
    value = value * BigInt(base) + BigInt(digit);
    if (value > MAX_UNSIGNED) return MAX_UNSIGNED;
  }
  return value;
}
