import type { SortItem } from "../tree/expression.ts";
import { parseCommaList } from "./parse-name.ts";
import type { TokenCursor } from "./token-cursor.ts";

export function parseSortItem(cursor: TokenCursor): SortItem {
  const at = cursor.at;
  const expression = cursor.grammar.parseExpression(cursor);
  const descending = cursor.acceptAnyWord("ASC", "DESC") === "DESC";
  if (!cursor.acceptWords("NULLS")) return { expression, descending, at };
  const nulls = cursor.expectAnyWord("FIRST", "LAST") === "FIRST" ? "first" : "last";
  return { expression, descending, nulls, at };
}

export function parseSortItems(cursor: TokenCursor): SortItem[] {
  return parseCommaList(cursor, () => parseSortItem(cursor));
}
