import type { TokenCursor } from "./token-cursor.ts";

/** True when a query starts `ahead` tokens on; parentheses before it are looked through. */
export function isQueryAhead(cursor: TokenCursor, ahead = 0): boolean {
  let index = ahead;
  while (cursor.isSymbol("(", index)) index += 1;
  if (cursor.isWord("SELECT", index)) return true;
  const next = cursor.peek(index + 1);
  const isNameNext = next.kind === "word" || next.kind === "quoted";
  if (cursor.isWord("FROM", index)) return isNameNext || next.text === "(";
  if (cursor.isWord("WITH", index) || cursor.isWord("TABLE", index)) return isNameNext;
  if (cursor.isWord("VALUES", index)) {
    return next.text === "(" || next.kind === "number" || next.kind === "string" || isNameNext;
  }
  return false;
}
