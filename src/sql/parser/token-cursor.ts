import type { EngineError } from "../../errors/engine-error.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { sqlSyntaxError } from "../../errors/sql-errors.ts";
import type { Place } from "../../errors/place.ts";
import { bug } from "../../errors/bug.ts";
import { expandIdentifiers } from "./expand-identifiers.ts";
import { lex } from "../lexer/lex.ts";
import { placeAt } from "../lexer/place-at.ts";
import type { Token } from "../lexer/token.ts";
import type { Expression } from "../tree/expression.ts";
import type { Query } from "../tree/query.ts";

/** The rules that refer to each other across files; the cursor carries them so that files need no cycle. */
export interface Grammar {
  readonly parseExpression: (cursor: TokenCursor) => Expression;
  /** What binds tighter than AND, BETWEEN and the like. */
  readonly parseValue: (cursor: TokenCursor) => Expression;
  readonly parseQuery: (cursor: TokenCursor) => Query;
}

/** A walk over the tokens of one statement. Keywords are given in upper case. */
export class TokenCursor {
  readonly text: string;
  private readonly tokens: Token[];
  readonly grammar: Grammar;
  private index = 0;

  constructor(text: string, grammar: Grammar) {
    this.text = text;
    this.grammar = grammar;
    this.tokens = expandIdentifiers(lex(text));
  }

  /** The token `ahead` places on, without moving. */
  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    if (token === undefined) throw bug("a token cursor without an end token");
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.index += 1;
    return token;
  }

  /** A mark to come back to with `rewind`. */
  mark(): number {
    return this.index;
  }

  rewind(mark: number): void {
    this.index = mark;
  }

  get at(): number {
    return this.peek().at;
  }

  /** The offset behind the last token that was taken. */
  get endOfPrevious(): number {
    return this.tokens[this.index - 1]?.end ?? 0;
  }

  isAtEnd(): boolean {
    return this.peek().kind === "end";
  }

  /** True when the next words are these, in order. */
  isWords(...words: readonly string[]): boolean {
    return words.every((word, ahead) => this.isWord(word, ahead));
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "word" && token.upper === word;
  }

  isAnyWord(words: ReadonlySet<string>, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "word" && words.has(token.upper);
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.text === symbol;
  }

  /** Takes the words when all of them come next. */
  acceptWords(...words: readonly string[]): boolean {
    if (!this.isWords(...words)) return false;
    this.index += words.length;
    return true;
  }

  /** Takes the first of the words that comes next. */
  acceptAnyWord<W extends string>(...words: readonly W[]): W | undefined {
    const found = words.find((word) => this.isWord(word));
    if (found !== undefined) this.index += 1;
    return found;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.index += 1;
    return true;
  }

  /** Takes one `>`, also out of `>>` and `>>>`: nested types close with them. */
  acceptAngle(): boolean {
    const token = this.peek();
    if (token.kind !== "symbol" || !/^>+$/.test(token.text)) return false;
    if (token.text === ">") this.index += 1;
    else this.tokens[this.index] = { ...token, text: token.text.slice(1), at: token.at + 1 };
    return true;
  }

  expectWords(...words: readonly string[]): void {
    for (const word of words) {
      if (!this.acceptWords(word)) throw this.unexpected(word);
    }
  }

  expectAnyWord<W extends string>(...words: readonly W[]): W {
    const found = this.acceptAnyWord(...words);
    if (found === undefined) throw this.unexpected(words.join(" or "));
    return found;
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw this.unexpected(`"${symbol}"`);
  }

  place(at = this.at): Place {
    return placeAt(this.text, at);
  }

  unexpected(expected: string): EngineError {
    return sqlSyntaxError(describeToken(this.peek()), expected, this.place());
  }

  notSupported(what: string, at = this.at): EngineError {
    return notSupported(what, "on the local engine", this.place(at));
  }
}

function describeToken(token: Token): string {
  switch (token.kind) {
    case "end":
      return "the end of the statement";
    case "string":
      return `the string '${token.text}'`;
    case "quoted":
      return `\`${token.text}\``;
    default:
      return `"${token.text}"`;
  }
}
