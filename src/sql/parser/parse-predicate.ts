import type { Expression } from "../tree/expression.ts";
import { parseCommaList, parseStringLiteral } from "./parse-name.ts";
import { isQueryAhead } from "./query-ahead.ts";
import type { TokenCursor } from "./token-cursor.ts";

type ParseValue = (cursor: TokenCursor) => Expression;

/** What may follow a value: BETWEEN, IN, LIKE, RLIKE, IS. One at most, as in Spark. */
export function parsePredicate(
  cursor: TokenCursor,
  operand: Expression,
  parseValue: ParseValue,
): Expression {
  const at = cursor.at;
  if (cursor.acceptWords("IS")) return parseIs(cursor, operand, parseValue);
  const mark = cursor.mark();
  const not = cursor.acceptWords("NOT") || cursor.acceptSymbol("!");
  if (cursor.acceptWords("BETWEEN")) {
    const low = parseValue(cursor);
    cursor.expectWords("AND");
    return { kind: "between", operand, low, high: parseValue(cursor), not, at };
  }
  if (cursor.acceptWords("IN")) return parseIn(cursor, operand, not);
  const like = parseLike(cursor, operand, { not, parseValue });
  if (like !== undefined) return like;
  cursor.rewind(mark);
  return operand;
}

function parseIs(cursor: TokenCursor, operand: Expression, parseValue: ParseValue): Expression {
  const at = cursor.at;
  const not = cursor.acceptWords("NOT") || cursor.acceptSymbol("!");
  if (cursor.acceptWords("DISTINCT", "FROM")) {
    return { kind: "is-distinct", left: operand, right: parseValue(cursor), not, at };
  }
  const word = cursor.expectAnyWord("NULL", "TRUE", "FALSE", "UNKNOWN");
  const what = ({ NULL: "null", TRUE: "true", FALSE: "false", UNKNOWN: "unknown" } as const)[word];
  return { kind: "is", operand, what, not, at };
}

function parseIn(cursor: TokenCursor, operand: Expression, not: boolean): Expression {
  const at = cursor.at;
  if (!cursor.isSymbol("(")) throw cursor.unexpected('"(" with a list or a query');
  if (isQueryAhead(cursor, 1)) {
    cursor.expectSymbol("(");
    const query = cursor.grammar.parseQuery(cursor);
    cursor.expectSymbol(")");
    return { kind: "in-query", operand, query, not, at };
  }
  cursor.expectSymbol("(");
  const list = parseCommaList(cursor, () => cursor.grammar.parseExpression(cursor));
  cursor.expectSymbol(")");
  return { kind: "in-list", operand, list, not, at };
}

function parseLike(
  cursor: TokenCursor,
  operand: Expression,
  options: { readonly not: boolean; readonly parseValue: ParseValue },
): Expression | undefined {
  const at = cursor.at;
  const word = cursor.acceptAnyWord("LIKE", "ILIKE", "RLIKE", "REGEXP");
  if (word === undefined) return undefined;
  const op = word === "LIKE" ? "like" : word === "ILIKE" ? "ilike" : "rlike";
  const { not } = options;
  const quantifier =
    cursor.peek(1).text === "(" ? cursor.acceptAnyWord("ANY", "SOME", "ALL") : undefined;
  if (quantifier !== undefined) {
    cursor.expectSymbol("(");
    if (cursor.isSymbol(")")) throw cursor.unexpected("at least one pattern");
    const patterns = parseCommaList(cursor, () => cursor.grammar.parseExpression(cursor));
    cursor.expectSymbol(")");
    const which = quantifier === "ALL" ? "all" : "any";
    return { kind: "like", op, operand, quantifier: which, patterns, not, at };
  }
  const patterns = [options.parseValue(cursor)];
  const base = { kind: "like", op, operand, quantifier: "one", patterns, not, at } as const;
  if (!cursor.acceptWords("ESCAPE")) return base;
  const escape = parseStringLiteral(cursor, "one escape character");
  if (Array.from(escape).length !== 1) throw cursor.unexpected("one escape character before");
  return { ...base, escape };
}
