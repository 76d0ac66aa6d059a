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

const BODY = /^(\$)?([\d,]*)(?:\.(\d*))?$/;

function parse(text: string, format: NumberFormat): string | undefined {
  const { body, isNegative } = takeSign(text, format);
  const match = BODY.exec(body);
  if (match === null) return undefined;
  const [, dollar, whole = "", fraction = ""] = match;
  const hasMarks =
    (dollar !== undefined) === format.hasDollar && (format.hasPoint || !body.includes("."));
  const hasRoom = fitsWhole(whole, format.whole) && fraction.length <= format.fraction.length;
  return hasMarks && hasRoom ? numberText({ whole, fraction, isNegative }, format) : undefined;
}

function numberText(
  parts: { readonly whole: string; readonly fraction: string; readonly isNegative: boolean },
  format: NumberFormat,
): string | undefined {
  const digits = parts.whole.replaceAll(",", "");
  if (digits + parts.fraction === "") return undefined;
  const tail = parts.fraction.padEnd(format.fraction.length, "0");
  return `${parts.isNegative ? "-" : ""}${digits || "0"}${tail === "" ? "" : `.${tail}`}`;
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
