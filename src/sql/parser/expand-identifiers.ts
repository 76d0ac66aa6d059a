import { lex } from "../lexer/lex.ts";
import type { Token } from "../lexer/token.ts";

/**
 * `IDENTIFIER('a.b')` is the name that its constant text spells, wherever a name may stand: its tokens
 * take the call's place. The text may be glued together by `||`.
 */
export function expandIdentifiers(tokens: Token[]): Token[] {
  if (!tokens.some(isIdentifierWord)) return tokens;
  const expanded: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const name = isIdentifierWord(tokens[at]) ? readName(tokens, at + 1) : undefined;
    const token = tokens[at];
    if (token === undefined) break;
    if (name === undefined) expanded.push(token);
    else expanded.push(...nameTokens(name.text, token));
    at = name?.next ?? at + 1;
  }
  return expanded;
}

function isIdentifierWord(token: Token | undefined): boolean {
  return token?.kind === "word" && token.upper === "IDENTIFIER";
}

interface Name {
  readonly text: string;
  /** The index behind the closing parenthesis. */
  readonly next: number;
}

function readName(tokens: readonly Token[], open: number): Name | undefined {
  if (!isSymbol(tokens[open], "(")) return undefined;
  let text = "";
  for (let at = open + 1; ; at += 2) {
    const part = tokens[at];
    if (part?.kind !== "string") return undefined;
    text += part.text;
    if (isSymbol(tokens[at + 1], ")")) return { text, next: at + 2 };
    if (!isSymbol(tokens[at + 1], "||")) return undefined;
  }
}

function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === "symbol" && token.text === text;
}

/** The words and dots of a name, all standing where the call stood. */
function nameTokens(text: string, { at, end }: Token): readonly Token[] {
  return lex(text)
    .filter((token) => token.kind !== "end")
    .map((token) => ({ ...token, at, end }));
}
