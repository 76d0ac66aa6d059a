import type { Expression } from "../tree/expression.ts";
import type { GroupBy, GroupItem, GroupSet } from "../tree/query.ts";
import { parseCommaList, parseParenthesized } from "./parse-name.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** GROUP BY with its three ways to write grouping sets; undefined where it does not follow. */
export function parseGroupBy(cursor: TokenCursor): GroupBy | undefined {
  const at = cursor.at;
  if (!cursor.acceptWords("GROUP", "BY")) return undefined;
  const items = parseCommaList(cursor, () => parseGroupItem(cursor));
  return { items: parseTrailing(cursor, items), at };
}

function parseGroupItem(cursor: TokenCursor): GroupItem {
  return (
    parseAnalytics(cursor) ?? { kind: "plain", expression: cursor.grammar.parseExpression(cursor) }
  );
}

function parseAnalytics(cursor: TokenCursor): Exclude<GroupItem, { kind: "plain" }> | undefined {
  if (cursor.isWords("GROUPING", "SETS") && cursor.isSymbol("(", 2)) {
    cursor.acceptWords("GROUPING", "SETS");
    return {
      kind: "grouping-sets",
      items: parseParenthesized(cursor, () => parseGroupSet(cursor)),
    };
  }
  const isAnalytics = (cursor.isWord("ROLLUP") || cursor.isWord("CUBE")) && cursor.isSymbol("(", 1);
  if (!isAnalytics) return undefined;
  const kind = cursor.expectAnyWord("ROLLUP", "CUBE") === "ROLLUP" ? "rollup" : "cube";
  return { kind, sets: parseParenthesized(cursor, () => parseSet(cursor)) };
}

function parseGroupSet(cursor: TokenCursor): GroupSet {
  return parseAnalytics(cursor) ?? { kind: "set", expressions: parseSet(cursor) };
}

/** `(a, b)`, `()` or a bare expression. */
function parseSet(cursor: TokenCursor): readonly Expression[] {
  if (cursor.isSymbol("(") && cursor.isSymbol(")", 1)) {
    cursor.expectSymbol("(");
    cursor.expectSymbol(")");
    return [];
  }
  const expression = cursor.grammar.parseExpression(cursor);
  return expression.kind === "row" ? expression.items : [expression];
}

/** `a, b WITH ROLLUP`, `a, b WITH CUBE`, `a, b GROUPING SETS (...)`: the list before gives the columns. */
function parseTrailing(cursor: TokenCursor, items: GroupItem[]): readonly GroupItem[] {
  const sets = items.flatMap((item) => (item.kind === "plain" ? [[item.expression]] : []));
  if (cursor.acceptWords("WITH", "ROLLUP")) return [{ kind: "rollup", sets }];
  if (cursor.acceptWords("WITH", "CUBE")) return [{ kind: "cube", sets }];
  if (!cursor.isWords("GROUPING", "SETS")) return items;
  cursor.acceptWords("GROUPING", "SETS");
  const members = parseParenthesized(cursor, () => parseGroupSet(cursor));
  return [{ kind: "grouping-sets", items: members, keys: sets.flat() }];
}
