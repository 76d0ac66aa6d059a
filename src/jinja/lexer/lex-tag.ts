import { pythonError } from "../../errors/jinja-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import { normalInt } from "../runtime/numbers.ts";
import { WHITESPACE } from "../runtime/whitespace.ts";
import { pyRepr } from "../python-text.ts";
import type { TemplateSource } from "../template-source.ts";
import { decodeString } from "./decode-string.ts";
import type { Token } from "./tokens.ts";

export interface TagEnd {
  readonly kind: "block" | "variable";
  readonly end: RegExp;
}

const SPACE = new RegExp(`[${WHITESPACE}]+`, "y");
const FLOAT = /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const NAME = /[\w\u00b7\p{ID_Continue}]+/uy;
const STRING = /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/y;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Lexes the inside of a tag up to its end; gives the offset behind the end. */
export function lexTag(source: TemplateSource, tokens: Token[], from: number, tag: TagEnd): number {
  const { text } = source;
  const open: string[] = [];
  let at = from;
  for (;;) {
    at += lengthAt(SPACE, text, at);
    const endLength = open.length === 0 ? lengthAt(tag.end, text, at) : 0;
    if (endLength > 0) {
      tokens.push({ type: `${tag.kind}_end`, text: "", start: at });
      return at + endLength;
    }
    if (at >= text.length) return at;
    const [token, length] = tokenAt(source, at);
    if (token.type === "operator") balance(source, open, token);
    tokens.push(token);
    at += length;
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function textAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function tokenAt(source: TemplateSource, at: number): [Token, number] {
  const { text } = source;
  const number = numberAt(text, at);
  if (number !== undefined) return number;
  const name = textAt(NAME, text, at);
  if (name !== undefined) return [nameToken(source, name, at), name.length];
  const string = textAt(STRING, text, at);
  if (string !== undefined) {
    const decoded = decodeString(string.slice(1, -1), () => source.placeAt(at));
    return [{ type: "string", text: decoded, start: at }, string.length];
  }
  const operator = textAt(OPERATOR, text, at);
  if (operator !== undefined)
    return [{ type: "operator", text: operator, start: at }, operator.length];
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  throw pythonError(
    "TemplateSyntaxError",
    `unexpected char ${pyRepr(char)} at ${String(at)}`,
    source.placeAt(at),
  );
}

function numberAt(text: string, at: number): [Token, number] | undefined {
  const first = text.charCodeAt(at);
  if (first < 0x30 || first > 0x39) return undefined;
  const float = textAt(FLOAT, text, at);
  if (float !== undefined) {
    const value = new PyFloat(Number(float.replaceAll("_", "")));
    return [{ type: "float", text: float, value, start: at }, float.length];
  }
  const integer = textAt(INTEGER, text, at) ?? "0";
  const value = normalInt(BigInt(integer.replaceAll("_", "")));
  return [{ type: "integer", text: integer, value, start: at }, integer.length];
}

function nameToken(source: TemplateSource, name: string, at: number): Token {
  if (/^[\p{ID_Start}_]/u.test(name)) return { type: "name", text: name, start: at };
  throw pythonError("TemplateSyntaxError", "Invalid character in identifier", source.placeAt(at));
}

/** Brackets must nest: a `}` that closes a dict does not end the tag. */
function balance(source: TemplateSource, open: string[], token: Token): void {
  const closer = CLOSERS[token.text];
  if (closer !== undefined) {
    open.push(closer);
    return;
  }
  if (!/^[)\]}]$/.test(token.text)) return;
  const expected = open.pop();
  if (expected === token.text) return;
  const hint = expected === undefined ? "" : `, expected '${expected}'`;
  throw pythonError(
    "TemplateSyntaxError",
    `unexpected '${token.text}'${hint}`,
    source.placeAt(token.start),
  );
}
