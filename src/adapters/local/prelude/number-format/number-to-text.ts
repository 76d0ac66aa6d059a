import { Decimal } from "decimal.js";
import { readNumberFormat, type NumberFormat } from "./number-format.ts";

/** to_char: a number in a format; `#` in every place where it does not fit. */
export function numberToText(text: string, format: string): string {
  const spec = readNumberFormat(format);
  const value = new Decimal(text);
  const rounded = value.abs().toDecimalPlaces(spec.fraction.length, Decimal.ROUND_HALF_UP);
  const [whole = "0", fraction = ""] = rounded.toFixed(spec.fraction.length).split(".");
  const places = spec.whole.replaceAll(",", "");
  const digits = whole === "0" ? "" : whole;
  const isNegative = value.isNegative() && !value.isZero();
  if (digits.length > places.length) return signed(overflow(spec), spec, isNegative);
  const body = `${wholeText(digits, spec)}${spec.hasPoint && fraction !== "" ? `.${fraction}` : ""}`;
  return signed(body, spec, isNegative);
}

/** Digits in their places: leading zeros from the format's first `0` on, spaces before. */
function wholeText(digits: string, { whole, hasDollar }: NumberFormat): string {
  const places = whole.replaceAll(",", "");
  const zero = places.indexOf("0");
  const least = zero < 0 ? 0 : places.length - zero;
  const shown = (digits === "" && least === 0 ? "0" : digits).padStart(
    Math.min(least, places.length),
    "0",
  );
  const padded = shown.padStart(places.length, " ").slice(-Math.max(places.length, 1));
  let at = 0;
  let text = "";
  for (const mark of whole) {
    if (mark === ",") text += /\d/.test(text) ? "," : " ";
    else text += padded[at++] ?? "";
  }
  return hasDollar ? text.replace(/^( *)/, "$1$$") : text;
}

function overflow(spec: NumberFormat): string {
  const marks = spec.whole.replace(/[09]/g, "#");
  return `${marks}${spec.hasPoint ? `.${"#".repeat(spec.fraction.length)}` : ""}`;
}

/** Without a place for it in the format, the sign is lost. Brackets leave their room to positive numbers. */
function signed(body: string, spec: NumberFormat, isNegative: boolean): string {
  if (spec.isBracketed) return isNegative ? body.replace(/^( *)(.*)$/, "$1<$2>") : `${body}  `;
  if (spec.sign === "none") return body;
  const plus = spec.sign.endsWith("MI") ? " " : "+";
  const mark = isNegative ? "-" : plus;
  return spec.sign.startsWith("lead") ? body.replace(/^( *)/, `$1${mark}`) : `${body}${mark}`;
}
