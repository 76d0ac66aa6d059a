import { stripEnd, stripStart } from "./whitespace.ts";
import { normalInt } from "./numbers.ts";

const PREFIXES: Readonly<Record<string, number>> = { "0b": 2, "0o": 8, "0x": 16 };

/** Python's `int(text, base)`, or undefined where it would refuse. */
export function parseIntText(text: string, base: number): number | bigint | undefined {
  const match = /^([+-]?)(0[box])?(\w+)$/i.exec(stripEnd(stripStart(text)));
  if (match === null) return undefined;
  const [, sign, prefix = "", rest = ""] = match;
  const prefixBase = PREFIXES[prefix.toLowerCase()];
  const prefixed = prefixBase !== undefined && (base === prefixBase || base === 0);
  const digits = prefixed ? rest.replace(/^_/, "") : prefix + rest;
  const radix = base === 0 ? (prefixBase ?? 10) : base;
  const value = digitsValue(digits, radix);
  if (value === undefined) return undefined;
  return normalInt(sign === "-" ? -value : value);
}

function digitsValue(digits: string, radix: number): bigint | undefined {
  if (!/^[^\W_]+(?:_[^\W_]+)*$/.test(digits)) return undefined;
  let value = 0n;
  for (const char of digits.replaceAll("_", "").toLowerCase()) {
    const digit = parseInt(char, 36);
    if (Number.isNaN(digit) || digit >= radix) return undefined;
    value = value * BigInt(radix) + BigInt(digit);
  }
  return value;
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

/** Python's `float(text)`, or undefined where it would refuse. */
export function parseFloatText(text: string): number | undefined {
  const trimmed = stripEnd(stripStart(text));
  if (FLOAT.test(trimmed)) return Number(trimmed.replaceAll("_", ""));
  const special = /^([+-]?)(?:(inf|infinity)|nan)$/i.exec(trimmed);
  if (special === null) return undefined;
  if (special[2] === undefined) return NaN;
  return special[1] === "-" ? -Infinity : Infinity;
}
