/** Python's `str(Decimal(text))`: `1e3` is `1E+3`, `0.50` stays, `inf` is `Infinity`. */
export function pythonDecimalText(text: string): string {
  const parts = takeApart(text);
  if (parts === undefined) return nonFiniteText(text);
  const { sign, digits, exponent } = parts;
  const adjusted = digits.length - 1 + exponent;
  if (exponent <= 0 && adjusted >= -6) return sign + plainText(digits, exponent);
  const mantissa = digits.length === 1 ? digits : `${digits[0] ?? ""}.${digits.slice(1)}`;
  return `${sign}${mantissa}E${adjusted < 0 ? "" : "+"}${adjusted}`;
}

/** Decimal places that count: 0 for `1.0`, `100` and `NaN`, 2 for `0.25`. */
export function decimalPlaces(text: string): number {
  const parts = takeApart(text);
  if (parts === undefined) return 0;
  const trailing = /0*$/.exec(parts.digits)?.[0].length ?? 0;
  // Zero has no places, however it is written.
  if (trailing === parts.digits.length) return 0;
  return Math.max(0, -(parts.exponent + trailing));
}

export interface DecimalParts {
  readonly sign: string;
  /** Without leading zeros; `0` for zero. */
  readonly digits: string;
  readonly exponent: number;
}

/** Sign, digits and exponent; undefined for NaN and the infinities. */
export function takeApart(text: string): DecimalParts | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return {
    sign: sign === "-" ? "-" : "",
    digits: (whole + fraction).replace(/^0+(?=\d)/, "") || "0",
    exponent: Number(exponent) - fraction.length,
  };
}

function plainText(digits: string, exponent: number): string {
  if (exponent === 0) return digits;
  const padded = digits.padStart(1 - exponent, "0");
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function nonFiniteText(text: string): string {
  const negative = text.startsWith("-") ? "-" : "";
  return /nan/i.test(text) ? "NaN" : `${negative}Infinity`;
}
