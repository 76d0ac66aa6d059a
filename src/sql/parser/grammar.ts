import { parseExpression, parseValue } from "./parse-expression.ts";
import { parseQuery } from "./parse-query.ts";
import { TokenCursor, type Grammar } from "./token-cursor.ts";

const GRAMMAR: Grammar = { parseExpression, parseValue, parseQuery };

/** A cursor at the first token of a statement's text. */
export function openCursor(text: string): TokenCursor {
  return new TokenCursor(text, GRAMMAR);
}
