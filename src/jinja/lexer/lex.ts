import { pythonError } from "../../errors/jinja-errors.ts";
import { stripEnd } from "../runtime/whitespace.ts";
import type { TemplateSource } from "../template-source.ts";
import type { Delimiters } from "./delimiters.ts";
import { lexTag } from "./lex-tag.ts";
import type { Token } from "./tokens.ts";

/** Normal newlines, and without the one that ends the template, as Jinja drops it. */
export function normaliseTemplate(text: string, keepTrailingNewline: boolean): string {
  const normal = text.includes("\r") ? text.replace(/\r\n|\r/g, "\n") : text;
  return !keepTrailingNewline && normal.endsWith("\n") ? normal.slice(0, -1) : normal;
}

/**
 * Cuts a template into tokens; comments are gone and white space control is done. Ends with `eof`,
 * or with a `failure`: Jinja lexes as it parses, so what the parser finds before that comes first.
 */
export function lex(source: TemplateSource, delimiters: Delimiters): Token[] {
  const tokens: Token[] = [];
  try {
    lexAll(source, tokens, delimiters);
    tokens.push({ type: "eof", text: "", start: source.text.length });
  } catch (error) {
    tokens.push({ type: "failure", text: "", value: error, start: source.text.length });
  }
  return tokens;
}

function lexAll(source: TemplateSource, tokens: Token[], delimiters: Delimiters): void {
  const { text } = source;
  let at = 0;
  while (at < text.length) {
    const { opening } = delimiters;
    opening.lastIndex = at;
    const match = opening.exec(text);
    if (match === null) {
      tokens.push({ type: "data", text: text.slice(at), start: at });
      return;
    }
    pushData(tokens, text, { at, match, delimiters });
    at = lexOpened(source, tokens, match, delimiters);
  }
}

interface Before {
  readonly at: number;
  readonly match: RegExpExecArray;
  readonly delimiters: Delimiters;
}

/** The text before a tag, cut as the tag's sign says. */
function pushData(tokens: Token[], text: string, { at, match, delimiters }: Before): void {
  const raw = text.slice(at, match.index);
  const sign = signOf(match);
  const isVariable = match.groups?.variable !== undefined;
  const strips = delimiters.options.lstripBlocks && !isVariable && sign !== "+";
  const data = sign === "-" ? stripEnd(raw) : strips ? lstripLine(raw, text, at) : raw;
  if (data !== "") tokens.push({ type: "data", text: data, start: at });
}

function signOf(match: RegExpExecArray): string {
  const opener = match[1] === undefined ? match[0] : (/^[^\s\w]+/.exec(match[0])?.[0] ?? "");
  const last = opener.slice(-1);
  return last === "-" || last === "+" ? last : "";
}

/** lstrip_blocks: white space from the start of the line to the tag goes. */
function lstripLine(raw: string, text: string, at: number): string {
  const lineStart = raw.lastIndexOf("\n") + 1;
  const startsLine = lineStart > 0 || at === 0 || text[at - 1] === "\n";
  return startsLine && /^\s+$/.test(raw.slice(lineStart)) ? raw.slice(0, lineStart) : raw;
}

/** Lexes what an opening delimiter opened; gives the offset behind it. */
function lexOpened(
  source: TemplateSource,
  tokens: Token[],
  match: RegExpExecArray,
  delimiters: Delimiters,
): number {
  const after = match.index + match[0].length;
  if (match[1] !== undefined) return lexRaw(source, tokens, after, delimiters);
  if (match.groups?.comment !== undefined) return skipComment(source, after, delimiters);
  const kind = match.groups?.block === undefined ? "variable" : "block";
  tokens.push({ type: `${kind}_begin`, text: "", start: match.index });
  const end = kind === "block" ? delimiters.blockEnd : delimiters.variableEnd;
  return lexTag(source, tokens, after, { kind, end });
}

function lexRaw(
  source: TemplateSource,
  tokens: Token[],
  at: number,
  { rawEnd }: Delimiters,
): number {
  rawEnd.lastIndex = at;
  const match = rawEnd.exec(source.text);
  if (match === null && at === source.text.length) return at;
  if (match === null) {
    throw pythonError("TemplateSyntaxError", "Missing end of raw directive", source.placeAt(at));
  }
  const data = source.text.slice(at, match.index);
  const kept = match[1] === "-" ? stripEnd(data) : data;
  if (kept !== "") tokens.push({ type: "data", text: kept, start: at });
  return match.index + match[0].length;
}

function skipComment(source: TemplateSource, at: number, { commentEnd }: Delimiters): number {
  commentEnd.lastIndex = at;
  const match = commentEnd.exec(source.text);
  if (match !== null) return match.index + match[0].length;
  // Jinja misses the end only when something stands where it should be.
  if (at === source.text.length) return at;
  throw pythonError("TemplateSyntaxError", "Missing end of comment tag", source.placeAt(at));
}
