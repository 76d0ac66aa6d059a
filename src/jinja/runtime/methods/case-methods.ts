import { positionalMethod, type BuiltinMethod } from "../builtin-method.ts";

const LETTER_RUN = /\p{L}+/gu;

/** The methods of `str` that change or test letters. */
export const CASE_METHODS: readonly (readonly [string, BuiltinMethod<string>])[] = [
  plain("upper", (text) => text.toUpperCase()),
  plain("lower", lowerCase),
  plain("casefold", (text) => Array.from(text, foldCharacter).join("")),
  plain("capitalize", capitalize),
  plain("title", (text) => text.replace(LETTER_RUN, titleWord)),
  plain("swapcase", (text) => Array.from(text, swapped).join("")),
  plain("islower", isLower),
  plain("isupper", isUpper),
  plain("istitle", isTitle),
  plain("isalpha", (text) => /^\p{L}+$/u.test(text)),
  plain("isdigit", (text) => /^[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2089]+$/u.test(text)),
  plain("isdecimal", (text) => /^\p{Nd}+$/u.test(text)),
  plain("isnumeric", (text) => /^\p{N}+$/u.test(text)),
  plain("isalnum", (text) => /^[\p{L}\p{N}]+$/u.test(text)),
  plain("isspace", (text) => text.trim() === "" && text !== ""),
  plain("isascii", (text) => /^[\x00-\x7f]*$/.test(text)), // eslint-disable-line no-control-regex -- ASCII has them
  plain("isidentifier", (text) => /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(text)),
  plain("isprintable", (text) => !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text)),
];

function plain(
  name: string,
  body: (text: string) => unknown,
): readonly [string, BuiltinMethod<string>] {
  return positionalMethod<string>(name, [0, 0], body);
}

/** JavaScript's final-sigma rule is Python's too. */
function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** Letters that only fold: upper case and back, but for the dotless i, which has no partner. */
function foldCharacter(char: string): string {
  if (char === "ı") return char;
  return char.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** Letters that are two in one have a title case of their own. */
const TITLE_CASE: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  Ǉ: "ǈ",
  Ǌ: "ǋ",
  Ǳ: "ǲ",
};

function titleCharacter(char: string): string {
  const upper = char.toUpperCase();
  const [first = ""] = upper;
  return TITLE_CASE[upper] ?? first + upper.slice(first.length).toLowerCase();
}

export function capitalize(text: string): string {
  const [first = ""] = text;
  return titleCharacter(first) + text.slice(first.length).toLowerCase();
}

function titleWord(word: string): string {
  return capitalize(word);
}

function swapped(char: string): string {
  return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
}

export function isLower(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase();
}

export function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function isTitle(text: string): boolean {
  const words = text.match(LETTER_RUN) ?? [];
  return words.length > 0 && words.every((word) => word === titleWord(word));
}
