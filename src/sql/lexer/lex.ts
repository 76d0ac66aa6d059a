import { sqlSyntaxError, sqlUnclosed } from "../../errors/sql-errors.ts";
import { placeAt } from "./place-at.ts";
import type { NumberType, Token } from "./token.ts";
import { unescapeString } from "./unescape-string.ts";

const SPACE = /[\s\u00a0\u3000]+/y;
const LINE_COMMENT = /--(?:\\\r?\n|[^\r\n])*/y;
const WORD = /[\p{L}\p{Nd}_][\p{L}\p{M}\p{Nd}_]*/uy;
const NUMBER =
  /(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?(?:[lL]|[sS]|[yY]|[dD]|[fF]|[bB][dD])?(?![\p{L}\p{Nd}_])/uy;
const RAW_STRING = /[rR](?:'([^']*)'|"([^"]*)")/y;
const SINGLE_QUOTED = /'((?:[^'\\]|\\[\s\S])*)'/y;
const DOUBLE_QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;
const BACKTICKED = /`((?:[^`]|``)*)`/y;
const SYMBOL = /<=>|>>>|<<|>>|->|=>|::|==|<>|!=|<=|>=|\|\||[-+*/%&|^~!<>=(),.;:?[\]{}@$#\\]/y;

/** Every token of a statement's text, in order, with an `end` at the end. Comments and hints are left out. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(text, 0);
  while (at < text.length) {
    const token = readToken(text, at, tokens.at(-1));
    tokens.push(token);
    at = skipBlank(text, token.end);
  }
  tokens.push({ kind: "end", text: "", at: text.length, end: text.length });
  return tokens;
}

/** The offset of the next character that is neither white space nor comment. */
export function skipBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    const next = skipOnce(text, at);
    if (next === at) return at;
    at = next;
  }
}

function skipOnce(text: string, at: number): number {
  const blank = match(SPACE, text, at) ?? match(LINE_COMMENT, text, at);
  if (blank !== undefined) return at + blank[0].length;
  return text.startsWith("/*", at) ? endOfBlockComment(text, at) : at;
}

/** Spark's bracketed comments nest. */
function endOfBlockComment(text: string, start: number): number {
  let depth = 0;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  throw sqlUnclosed("comment", placeAt(text, start));
}

/** One token. `previous` decides whether `.5` is a number or a field. */
export function readToken(text: string, at: number, previous: Token | undefined): Token {
  return (
    readNumber(text, at, previous) ??
    readString(text, at) ??
    readWord(text, at) ??
    readSymbol(text, at)
  );
}

function readNumber(text: string, at: number, previous: Token | undefined): Token | undefined {
  const found = match(NUMBER, text, at);
  if (found === undefined) return undefined;
  const afterName =
    previous?.kind === "word" || previous?.kind === "quoted" || previous?.text === "]";
  if (found[0].startsWith(".") && afterName && previous.at + 1 <= at) return undefined;
  const [digits, type] = numberType(found[0]);
  return { kind: "number", text: digits, type, at, end: at + found[0].length };
}

const SUFFIXES: readonly (readonly [RegExp, NumberType, number])[] = [
  [/[lL]$/, "bigint", 1],
  [/[sS]$/, "smallint", 1],
  [/[yY]$/, "tinyint", 1],
  [/[bB][dD]$/, "decimal", 2],
  [/[dD]$/, "double", 1],
  [/[fF]$/, "float", 1],
];

function numberType(text: string): readonly [string, NumberType] {
  for (const [pattern, type, length] of SUFFIXES) {
    if (pattern.test(text)) return [text.slice(0, -length), type];
  }
  if (/[eE]/.test(text)) return [text, "double"];
  return [text, text.includes(".") ? "decimal" : "int"];
}

function readString(text: string, at: number): Token | undefined {
  const raw = match(RAW_STRING, text, at);
  if (raw !== undefined) {
    const value = raw[1] ?? raw[2] ?? "";
    const double = raw[2] !== undefined;
    return { kind: "string", text: value, double, at, end: at + raw[0].length };
  }
  const quote = text[at];
  if (quote !== "'" && quote !== '"') return undefined;
  const found = match(quote === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED, text, at);
  if (found === undefined) throw sqlUnclosed("string", placeAt(text, at));
  const value = unescapeString(found[1] ?? "");
  return { kind: "string", text: value, double: quote === '"', at, end: at + found[0].length };
}

function readWord(text: string, at: number): Token | undefined {
  const found = match(WORD, text, at);
  if (found !== undefined) {
    const word = found[0];
    return { kind: "word", text: word, upper: word.toUpperCase(), at, end: at + word.length };
  }
  if (text[at] !== "`") return undefined;
  const quoted = match(BACKTICKED, text, at);
  if (quoted === undefined) throw sqlUnclosed("quoted name", placeAt(text, at));
  const name = (quoted[1] ?? "").replaceAll("``", "`");
  return { kind: "quoted", text: name, at, end: at + quoted[0].length };
}

function readSymbol(text: string, at: number): Token {
  const found = match(SYMBOL, text, at);
  if (found === undefined) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    throw sqlSyntaxError(`the character "${character}"`, "SQL", placeAt(text, at));
  }
  return { kind: "symbol", text: found[0], at, end: at + found[0].length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
