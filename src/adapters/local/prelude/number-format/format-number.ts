import { Decimal } from "decimal.js";

/** Spark's format_number(x, d): grouped by thousands, half-even; NULL for a negative `d`. */
export function formatNumber(text: string, digits: number): string | null {
  if (digits < 0) return null;
  return formatNumberPattern(
    text,
    `#,###,###,###,###,###,##0${digits === 0 ? "" : `.${"0".repeat(digits)}`}`,
  );
}

/** java.text.DecimalFormat in US English, half-even. */
export function formatNumberPattern(text: string, pattern: string): string {
  if (/nan/i.test(text)) return "NaN";
  if (/inf/i.test(text)) return text.startsWith("-") ? "-∞" : "∞";
  const [positive = "", negative] = pattern.split(";");
  const value = new Decimal(text);
  const isNegative = value.isNegative() && !value.isZero();
  const spec = readSpec(isNegative && negative !== undefined ? negative : positive);
  const body = layout(value.abs().times(spec.factor), readSpec(positive));
  const sign = isNegative && negative === undefined ? "-" : "";
  return `${sign}${spec.prefix}${body}${spec.suffix}`;
}

interface Spec {
  readonly prefix: string;
  readonly suffix: string;
  readonly factor: number;
  readonly whole: string;
  readonly fraction: string;
  /** Digits of the exponent, where there is one. */
  readonly exponent: number;
}

function readSpec(pattern: string): Spec {
  const match = /^((?:'[^']*'|[^0#,.'])*)([0#,]*)(?:\.([0#]*))?(?:E(0+))?((?:.|\s)*)$/.exec(
    pattern,
  );
  const [, prefix = "", whole = "", fraction = "", exponent = "", suffix = ""] = match ?? [];
  const factor = (prefix + suffix).includes("%") ? 100 : (prefix + suffix).includes("‰") ? 1000 : 1;
  const plain = (text: string): string => text.replaceAll("'", "");
  return {
    prefix: plain(prefix),
    suffix: plain(suffix),
    factor,
    whole,
    fraction,
    exponent: exponent.length,
  };
}

function layout(value: Decimal, spec: Spec): string {
  if (spec.exponent > 0) return scientific(value, spec);
  const least = spec.fraction.replaceAll("#", "").length;
  const rounded = value.toDecimalPlaces(spec.fraction.length, Decimal.ROUND_HALF_EVEN);
  const [whole = "0", fraction = ""] = rounded.toFixed().split(".");
  const padded = (whole === "0" ? "" : whole).padStart(
    spec.whole.replaceAll(/[#,]/g, "").length,
    "0",
  );
  const group = spec.whole.includes(",") ? spec.whole.length - spec.whole.lastIndexOf(",") - 1 : 0;
  const tail = fraction.padEnd(least, "0");
  const shown = padded === "" && tail === "" ? "0" : padded;
  return `${grouped(shown, group)}${tail === "" ? "" : `.${tail}`}`;
}

function grouped(digits: string, size: number): string {
  if (size === 0) return digits;
  return digits.replace(new RegExp(`\\B(?=(\\d{${size}})+(?!\\d))`, "g"), ",");
}

function scientific(value: Decimal, spec: Spec): string {
  const power = value.isZero() ? 0 : value.e;
  const mantissa = value.div(new Decimal(10).pow(power));
  const rounded = mantissa.toDecimalPlaces(spec.fraction.length, Decimal.ROUND_HALF_EVEN);
  const exponent = String(Math.abs(power)).padStart(spec.exponent, "0");
  return `${rounded.toFixed()}E${power < 0 ? "-" : ""}${exponent}`;
}
