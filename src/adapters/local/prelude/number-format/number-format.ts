import { sparkError } from "../../../../errors/adapter-errors.ts";

/** A format of to_number and to_char, read. */
export interface NumberFormat {
  /** `9`, `0` and `,` before the decimal point. */
  readonly whole: string;
  /** `9` and `0` behind it. */
  readonly fraction: string;
  readonly hasPoint: boolean;
  readonly hasDollar: boolean;
  /** Where `S` or `MI` stands. */
  readonly sign: "none" | "lead S" | "trail S" | "lead MI" | "trail MI";
  /** Negative numbers in angle brackets. */
  readonly isBracketed: boolean;
}

const FORMAT = /^(S|MI)?(\$)?([09G,]*)([.D]([09]*))?(\$)?(PR|S|MI)?$/;

const known = new Map<string, NumberFormat>();

/** Reads a format such as `S$99,999.99` or `99PR`. */
export function readNumberFormat(text: string): NumberFormat {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const match = FORMAT.exec(text.toUpperCase());
  const [, lead, dollar, whole = "", point, fraction = "", , trail] = match ?? [];
  if (match === null || whole + fraction === "") throw wrongFormat(text);
  const format: NumberFormat = {
    whole: whole.replaceAll("G", ","),
    fraction,
    hasPoint: point !== undefined,
    hasDollar: dollar !== undefined,
    sign: signOf(lead, trail),
    isBracketed: trail === "PR",
  };
  if (known.size < 1000) known.set(text, format);
  return format;
}

function signOf(lead: string | undefined, trail: string | undefined): NumberFormat["sign"] {
  if (lead === "S" || lead === "MI") return `lead ${lead}`;
  return trail === "S" || trail === "MI" ? `trail ${trail}` : "none";
}

function wrongFormat(text: string): Error {
  return sparkError(
    "INVALID_FORMAT.UNEXPECTED_TOKEN",
    `The format is invalid: '${text}'. Found an unexpected token in the format string; the structure of the format string must match: [MI|S] [$] [0|9|G|,]* [.|D] [0|9]* [$] [PR|MI|S].`,
  );
}
