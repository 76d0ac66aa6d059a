import { pythonError, type PythonErrorType } from "../../errors/jinja-errors.ts";
import { pyRepr } from "../python-text.ts";
import { describeExpected, describeToken, type Token, type TokenType } from "../lexer/tokens.ts";
import type { TemplateSource } from "../template-source.ts";

/** The tokens of a template and where the parser stands in them. */
export class TokenStream {
  readonly source: TemplateSource;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: TemplateSource, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens;
  }

  get current(): Token {
    return this.#peek(0);
  }

  #peek(ahead: number): Token {
    const last = this.#tokens.length - 1;
    const token = this.#tokens[Math.min(this.#at + ahead, last)];
    if (token?.type === "failure") throw token.value;
    return token ?? { type: "eof", text: "", start: 0 };
  }

  next(): Token {
    const token = this.current;
    this.#at += 1;
    return token;
  }

  test(type: TokenType, text?: string): boolean {
    const { current } = this;
    return current.type === type && (text === undefined || current.text === text);
  }

  testNext(type: TokenType, text: string): boolean {
    const token = this.#peek(1);
    return token.type === type && token.text === text;
  }

  skip(type: TokenType, text: string): boolean {
    const found = this.test(type, text);
    if (found) this.#at += 1;
    return found;
  }

  expect(type: TokenType, text?: string): Token {
    if (this.test(type, text)) return this.next();
    const expected = pyRepr(describeExpected(type, text));
    if (this.current.type === "eof") this.fail(`unexpected end of template, expected ${expected}.`);
    this.fail(`expected token ${expected}, got ${pyRepr(describeToken(this.current))}`);
  }

  fail(
    message: string,
    at = this.current.start,
    type: PythonErrorType = "TemplateSyntaxError",
  ): never {
    throw pythonError(type, message, this.source.placeAt(at));
  }
}
