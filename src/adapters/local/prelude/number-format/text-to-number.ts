import { sparkError } from "../../../../errors/adapter-errors.ts";
import { readNumberFormat, type NumberFormat } from "./number-format.ts";

/** to_number: the number as plain decimal text; text that does not fit is an error, or NULL. */
export function textToNumber(text: string, format: string, isTry: boolean): string | null {
  const number = parse(text.trim(), readNumberFormat(format));
  if (number !== undefined) return number;
  if (isTry) return null;
  throw sparkError(
    "INVALID_FORMAT.MISMATCH_INPUT",
    `The format is invalid: ${format}. The input "STRING" ${text} does not match the format.`,
  );
}

function parse(text: string, format: NumberFormat): string | undefined {
  const { body, isNegative } = takeSign(text, format);
  const [, dollar, whole = "", fraction = ""] = /^(\$)?([\d,]*)(?:\.(\d*))?$/.exec(body) ?? [
    body,
    "no",
  ];
  if (dollar === "no" || (dollar !== undefined) !== format.hasDollar) return undefined;
  if (body.includes(".") && !format.hasPoint) return undefined;
  if (!fitsWhole(whole, format.whole) || fraction.length > format.fraction.length) return undefined;
  const digits = whole.replaceAll(",", "");
  if (digits + fraction === "") return undefined;
  const padded = fraction.padEnd(format.fraction.length, "0");
  return `${isNegative ? "-" : ""}${digits || "0"}${padded === "" ? "" : `.${padded}`}`;
}

function takeSign(text: string, format: NumberFormat): { body: string; isNegative: boolean } {
  if (format.isBracketed) {
    const inner = /^<(.*)>$/.exec(text)?.[1];
    return { body: inner ?? text, isNegative: inner !== undefined };
  }
  if (format.sign === "none") return { body: text, isNegative: false };
  const isLead = format.sign.startsWith("lead");
  const mark = isLead ? text[0] : text.at(-1);
  if (mark !== "-" && (mark !== "+" || format.sign.endsWith("MI")))
    return { body: text, isNegative: false };
  return { body: isLead ? text.slice(1) : text.slice(0, -1), isNegative: mark === "-" };
}

/** As many digits as the format has at most (exactly, from its first `0` on), commas in its places. */
function fitsWhole(text: string, format: string): boolean {
  const [parts, wanted] = [text.split(","), format.split(",")];
  if (parts.length > wanted.length) return false;
  const tail = wanted.slice(wanted.length - parts.length);
  const [first = "", ...rest] = parts;
  const room = tail[0] ?? "";
  if (rest.some((part, at) => part.length !== (tail[at + 1] ?? "").length)) return false;
  if (first.length > room.length) return false;
  const digits = text.replaceAll(",", "").length;
  const places = format.replaceAll(",", "");
  const zero = places.indexOf("0");
  return zero < 0 || digits >= places.length - zero;
}
