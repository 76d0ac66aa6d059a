import { pythonError } from "../../../errors/jinja-errors.ts";
import { intArgument, textArgument } from "../arguments.ts";
import { namedMethod, positionalMethod, type BuiltinMethod } from "../builtin-method.ts";

/** The methods of `str` that pad, strip and expand. */
export const LAYOUT_METHODS: readonly (readonly [string, BuiltinMethod<string>])[] = [
  positionalMethod("center", [1, 2], (text, width, fill) => center(text, intArgument(width), fill)),
  positionalMethod("ljust", [1, 2], (text, width, fill) => text + padding(text, width, fill)),
  positionalMethod("rjust", [1, 2], (text, width, fill) => padding(text, width, fill) + text),
  positionalMethod("zfill", [1, 1], zeroFill),
  positionalMethod("strip", [0, 1], (text, chars) => strip(text, chars, "both")),
  positionalMethod("lstrip", [0, 1], (text, chars) => strip(text, chars, "start")),
  positionalMethod("rstrip", [0, 1], (text, chars) => strip(text, chars, "end")),
  positionalMethod("removeprefix", [1, 1], (text, prefix) => {
    const wanted = textArgument(prefix, "removeprefix() argument");
    return text.startsWith(wanted) ? text.slice(wanted.length) : text;
  }),
  positionalMethod("removesuffix", [1, 1], (text, suffix) => {
    const wanted = textArgument(suffix, "removesuffix() argument");
    return wanted !== "" && text.endsWith(wanted) ? text.slice(0, -wanted.length) : text;
  }),
  namedMethod("expandtabs", ["tabsize=8"], (text, size) => expandTabs(text, intArgument(size))),
];

function padding(text: string, width: unknown, fill: unknown): string {
  return fillCharacter(fill).repeat(Math.max(0, intArgument(width) - Array.from(text).length));
}

function fillCharacter(fill: unknown): string {
  if (fill === undefined) return " ";
  const char = textArgument(fill, "The fill character");
  if (Array.from(char).length === 1) return char;
  throw pythonError("TypeError", "The fill character must be exactly one character long");
}

/** CPython puts the odd space on the left when the width is odd. */
export function center(text: string, width: number, fill?: unknown): string {
  const missing = Math.max(0, width - Array.from(text).length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  const char = fillCharacter(fill);
  return char.repeat(left) + text + char.repeat(missing - left);
}

function zeroFill(text: string, width: unknown): string {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const missing = Math.max(0, intArgument(width) - Array.from(text).length);
  return sign + "0".repeat(missing) + text.slice(sign.length);
}

/** Python's `str.strip`: white space, or any of the given characters. */
export function strip(text: string, chars: unknown, side: "both" | "start" | "end"): string {
  const removed =
    chars === undefined || chars === null ? undefined : new Set(textArgument(chars, "strip arg"));
  const characters = Array.from(text);
  const drops = (char: string | undefined): boolean =>
    char !== undefined && (removed === undefined ? isSpace(char) : removed.has(char));
  let start = 0;
  let end = characters.length;
  if (side !== "end") while (start < end && drops(characters[start])) start += 1;
  if (side !== "start") while (end > start && drops(characters[end - 1])) end -= 1;
  return characters.slice(start, end).join("");
}

function isSpace(char: string): boolean {
  return SPACE.test(char);
}

const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/; // eslint-disable-line no-control-regex -- Python counts them

function expandTabs(text: string, size: number): string {
  let column = 0;
  let result = "";
  for (const char of text) {
    const added = char === "\t" ? " ".repeat(size > 0 ? size - (column % size) : 0) : char;
    column = char === "\n" || char === "\r" ? 0 : column + added.length;
    result += added;
  }
  return result;
}
