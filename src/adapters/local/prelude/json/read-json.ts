import type { JsonValue } from "./json-value.ts";

export interface JsonReadOptions {
  readonly allowSingleQuotes: boolean;
  readonly allowUnquotedFieldNames: boolean;
  readonly allowNumericLeadingZeros: boolean;
  readonly allowComments: boolean;
  readonly allowNonNumericNumbers: boolean;
  readonly allowUnescapedControls: boolean;
}

export const SPARK_JSON: JsonReadOptions = {
  allowSingleQuotes: true,
  allowUnquotedFieldNames: false,
  allowNumericLeadingZeros: false,
  allowComments: false,
  allowNonNumericNumbers: true,
  allowUnescapedControls: false,
};

/** Reads one JSON value; undefined for text that is none. What follows the value must be blank. */
export function readJson(
  text: string,
  options: JsonReadOptions = SPARK_JSON,
): JsonValue | undefined {
  const reader: Reader = { text, options, at: 0 };
  const value = readValue(reader);
  if (value === undefined) return undefined;
  skipSpace(reader);
  return reader.at === text.length ? value : undefined;
}

interface Reader {
  readonly text: string;
  readonly options: JsonReadOptions;
  at: number;
}

function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    while (reader.at < text.length && " \t\n\r".includes(text[reader.at] ?? "x")) reader.at++;
    if (!reader.options.allowComments || text[reader.at] !== "/") return;
    const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;
    comment.lastIndex = reader.at;
    const found = comment.exec(text)?.[0];
    if (found === undefined) return;
    reader.at += found.length;
  }
}

function readValue(reader: Reader): JsonValue | undefined {
  skipSpace(reader);
  const char = reader.text[reader.at];
  if (char === "{") return readObject(reader);
  if (char === "[") return readArray(reader);
  if (isQuote(reader, char)) {
    const value = readString(reader);
    return value === undefined ? undefined : { kind: "string", value };
  }
  return readWord(reader);
}

function isQuote({ options }: Reader, char: string | undefined): boolean {
  return char === '"' || (char === "'" && options.allowSingleQuotes);
}

function readObject(reader: Reader): JsonValue | undefined {
  const entries: (readonly [string, JsonValue])[] = [];
  reader.at++;
  skipSpace(reader);
  if (take(reader, "}")) return { kind: "object", entries };
  for (;;) {
    skipSpace(reader);
    const name = readName(reader);
    skipSpace(reader);
    if (name === undefined || !take(reader, ":")) return undefined;
    const value = readValue(reader);
    if (value === undefined) return undefined;
    entries.push([name, value]);
    skipSpace(reader);
    if (take(reader, "}")) return { kind: "object", entries };
    if (!take(reader, ",")) return undefined;
  }
}

function readName(reader: Reader): string | undefined {
  if (isQuote(reader, reader.text[reader.at])) return readString(reader);
  if (!reader.options.allowUnquotedFieldNames) return undefined;
  const word = /[\w$#*+-]+/y;
  word.lastIndex = reader.at;
  const found = word.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}

function readArray(reader: Reader): JsonValue | undefined {
  const items: JsonValue[] = [];
  reader.at++;
  skipSpace(reader);
  if (take(reader, "]")) return { kind: "array", items };
  for (;;) {
    const value = readValue(reader);
    if (value === undefined) return undefined;
    items.push(value);
    skipSpace(reader);
    if (take(reader, "]")) return { kind: "array", items };
    if (!take(reader, ",")) return undefined;
  }
}

function take(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at++;
  return true;
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
  "/": "/",
  "'": "'",
};

function readString(reader: Reader): string | undefined {
  const quote = reader.text[reader.at] ?? "";
  let out = "";
  for (reader.at++; reader.at < reader.text.length; reader.at++) {
    const char = reader.text[reader.at] ?? "";
    if (char === quote) {
      reader.at++;
      return out;
    }
    if (char < " " && !reader.options.allowUnescapedControls) return undefined;
    if (char !== "\\") {
      out += char;
      continue;
    }
    const escaped = readEscape(reader);
    if (escaped === undefined) return undefined;
    out += escaped;
  }
  return undefined;
}

/** Leaves `at` on the escape's last character. */
function readEscape(reader: Reader): string | undefined {
  const char = reader.text[++reader.at] ?? "";
  if (char !== "u") return ESCAPES[char];
  const hex = reader.text.slice(reader.at + 1, reader.at + 5);
  if (!/^[0-9a-fA-F]{4}$/.test(hex)) return undefined;
  reader.at += 4;
  return String.fromCharCode(Number.parseInt(hex, 16));
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LOOSE_NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[+-]?[A-Za-z]+/y;

function readWord(reader: Reader): JsonValue | undefined {
  const number = reader.options.allowNumericLeadingZeros ? LOOSE_NUMBER : NUMBER;
  const digits = takePattern(reader, number);
  if (digits !== undefined) {
    const isWhole = !/[\w.]/.test(reader.text[reader.at] ?? " ");
    return isWhole ? { kind: "number", text: digits } : undefined;
  }
  const word = takePattern(reader, WORD);
  if (word === "null") return { kind: "null" };
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
  const isNumber = word !== undefined && /^(?:NaN|[+-]?INF|[+-]?Infinity)$/.test(word);
  return isNumber && reader.options.allowNonNumericNumbers
    ? { kind: "number", text: word }
    : undefined;
}

function takePattern(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}
