import type { TokenCursor } from "./token-cursor.ts";

/** True when a query starts `ahead` tokens on; parentheses before it are looked through. */
export function isQueryAhead(cursor: TokenCursor, ahead = 0): boolean {
  let index = ahead;
  while (cursor.isSymbol("(", index)) index += 1;
  const token = cursor.peek(index);
  const next = cursor.peek(index + 1);
  const isNameNext = next.kind === "word" || next.kind === "quoted";
  switch (token.kind === "word" ? token.upper : "") {
    case "SELECT":
      return true;
    case "WITH":
    case "TABLE":
      return isNameNext;
    case "FROM":
      return isNameNext || next.text === "(";
    case "VALUES":
      return isNameNext || next.text === "(" || next.kind === "number" || next.kind === "string";
    default:
      return false;
  }
}
