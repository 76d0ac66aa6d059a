const MAX_UNSIGNED = (1n << 64n) - 1n;

/**
 * Spark's conv: a number's text from one base to another, in unsigned 64 bits unless the target base
 * is negative. Reading stops at the first character that is no digit; NULL where none is there.
 */
export function convertBase(text: string, from: number, to: number): string | null {
  if (!isBase(from) || !isBase(Math.abs(to))) return null;
  const [, minus = "", digits = ""] = /^\s*(-?)(.*)$/s.exec(text) ?? [];
  if (digits.trim() === "") return null;
  const size = readDigits(digits, from);
  const value = to > 0 ? unsigned(size, minus !== "") : signed(size, minus !== "");
  return value.toString(Math.abs(to)).toUpperCase();
}

function isBase(base: number): boolean {
  return base >= 2 && base <= 36;
}

/** What has overflowed a signed long stays at the end of the range. */
function unsigned(size: bigint, isNegative: boolean): bigint {
  if (!isNegative) return size;
  return BigInt.asIntN(64, size) < 0n ? MAX_UNSIGNED : BigInt.asUintN(64, -size);
}

function signed(size: bigint, isNegative: boolean): bigint {
  return isNegative ? -size : BigInt.asIntN(64, size);
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
