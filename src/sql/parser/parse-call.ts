import type { CallExpression, Expression, SortItem } from "../tree/expression.ts";
import { parseCommaList, parseIdentifier } from "./parse-name.ts";
import { parseOver } from "./parse-window.ts";
import { parseSortItem } from "./parse-sort.ts";
import type { TokenCursor } from "./token-cursor.ts";
import { isQueryAhead } from "./query-ahead.ts";

type Call = CallExpression & { readonly at: number };

/** The argument list and everything behind it; the name has been taken. */
export function parseCall(cursor: TokenCursor, name: readonly string[], at: number): Call {
  cursor.expectSymbol("(");
  const distinct = cursor.acceptAnyWord("DISTINCT", "ALL") === "DISTINCT";
  const args = cursor.isSymbol(")") ? [] : parseCommaList(cursor, () => parseArgument(cursor));
  const inside = parseNulls(cursor);
  cursor.expectSymbol(")");
  const call = {
    kind: "call",
    name: name.map((part) => part.toLowerCase()),
    args,
    distinct,
    at,
  } as const;
  return parseCallTail(cursor, inside === undefined ? call : { ...call, nulls: inside });
}

/** WITHIN GROUP, FILTER, IGNORE NULLS and OVER of a call whose arguments are there. */
export function parseCallTail(cursor: TokenCursor, call: Call): Call {
  const withinGroup = parseWithinGroup(cursor);
  const filter = parseFilter(cursor);
  const nulls = parseNulls(cursor) ?? call.nulls;
  const over = parseOver(cursor);
  return {
    ...call,
    ...(withinGroup === undefined ? {} : { withinGroup }),
    ...(filter === undefined ? {} : { filter }),
    ...(nulls === undefined ? {} : { nulls }),
    ...(over === undefined ? {} : { over }),
  };
}

export function parseArgument(cursor: TokenCursor): Expression {
  const at = cursor.at;
  if (cursor.isSymbol("=>", 1)) {
    const name = parseIdentifier(cursor);
    cursor.expectSymbol("=>");
    return { kind: "named-argument", name, value: cursor.grammar.parseExpression(cursor), at };
  }
  if (cursor.isWord("TABLE") && (cursor.isSymbol("(", 1) || cursor.peek(1).kind === "word")) {
    throw cursor.notSupported("a table as an argument");
  }
  if (isQueryAhead(cursor) && !cursor.isSymbol("(")) throw cursor.unexpected("an expression");
  const operand = cursor.grammar.parseExpression(cursor);
  const aliasAt = cursor.at;
  if (!cursor.acceptWords("AS")) return operand;
  return { kind: "aliased", operand, alias: parseIdentifier(cursor, "an alias"), at: aliasAt };
}

function parseNulls(cursor: TokenCursor): "ignore" | "respect" | undefined {
  if (cursor.acceptWords("IGNORE", "NULLS")) return "ignore";
  return cursor.acceptWords("RESPECT", "NULLS") ? "respect" : undefined;
}

function parseWithinGroup(cursor: TokenCursor): SortItem[] | undefined {
  if (!cursor.acceptWords("WITHIN", "GROUP")) return undefined;
  cursor.expectSymbol("(");
  cursor.expectWords("ORDER", "BY");
  const items = parseCommaList(cursor, () => parseSortItem(cursor));
  cursor.expectSymbol(")");
  return items;
}

function parseFilter(cursor: TokenCursor): Expression | undefined {
  if (!cursor.isWord("FILTER") || !cursor.isSymbol("(", 1)) return undefined;
  cursor.next();
  cursor.expectSymbol("(");
  cursor.expectWords("WHERE");
  const filter = cursor.grammar.parseExpression(cursor);
  cursor.expectSymbol(")");
  return filter;
}
