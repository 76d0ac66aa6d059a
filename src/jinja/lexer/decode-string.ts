import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { notSupported } from "../../errors/not-supported.ts";
import type { Place } from "../../errors/place.ts";

const ESCAPE =
  /\\(?:([abfnrtv\\'"])|(\n)|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([xuUN]))/g;

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** Python's escapes in a string literal; unknown ones keep their backslash (`'\d'` in a regex). */
export function decodeString(body: string, place: () => Place): string {
  if (!body.includes("\\")) return body;
  return body.replace(ESCAPE, (whole, ...groups: unknown[]) => {
    const [simple, newline, octal, short, medium, long, broken] = groups as (string | undefined)[];
    if (simple !== undefined) return SIMPLE[simple] ?? whole;
    if (newline !== undefined) return "";
    if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
    if (broken !== undefined) throw brokenEscape(broken, place());
    return codePoint(parseInt(short ?? medium ?? long ?? "0", 16), place);
  });
}

function codePoint(code: number, place: () => Place): string {
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  throw pythonError("TemplateSyntaxError", "illegal Unicode character", place());
}

function brokenEscape(letter: string, place: Place): EngineError {
  if (letter === "N") return notSupported("the string escape \\N{...}", "in templates", place);
  const shape = { x: "\\xXX", u: "\\uXXXX", U: "\\UXXXXXXXX" }[letter] ?? "";
  return pythonError("TemplateSyntaxError", `truncated ${shape} escape`, place);
}
