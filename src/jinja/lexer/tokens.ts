export type TokenType =
  | "data"
  | "variable_begin"
  | "variable_end"
  | "block_begin"
  | "block_end"
  | "name"
  | "string"
  | "integer"
  | "float"
  | "operator"
  | "eof"
  /** Here the lexer could not go on. */
  | "failure";

export interface Token {
  readonly type: TokenType;
  /** Names and operators as written, strings decoded, data with white space control applied. */
  readonly text: string;
  /** The number in an integer or float; the error of a failure. */
  readonly value?: unknown;
  /** Offset in the normalised source. */
  readonly start: number;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  block_begin: "begin of statement block",
  block_end: "end of statement block",
  variable_begin: "begin of print statement",
  variable_end: "end of print statement",
  data: "template data / text",
  eof: "end of template",
};

/** A token as Jinja's messages name it. */
export function describeToken(token: Token): string {
  if (token.type === "name" || token.type === "operator") return token.text;
  return DESCRIPTIONS[token.type] ?? token.type;
}

/** What a parser expects, as Jinja's messages name it. */
export function describeExpected(type: TokenType, text: string | undefined): string {
  return text ?? DESCRIPTIONS[type] ?? type;
}
