import type { Expression, SortItem } from "../tree/expression.ts";
import type {
  Cte,
  InlineTable,
  NamedWindow,
  Query,
  QueryBody,
  SetOperation,
} from "../tree/query.ts";
import {
  parseCommaList,
  parseIdentifier,
  parseIdentifierList,
  parseQualifiedName,
} from "./parse-name.ts";
import { parseInlineTable } from "./parse-inline-table.ts";
import { parseFromFirst, parseSelect } from "./parse-select.ts";
import { parseSortItems } from "./parse-sort.ts";
import type { TokenCursor } from "./token-cursor.ts";
import { parseNamedWindows } from "./parse-window.ts";

/** A whole query: WITH, set operations, ORDER BY, LIMIT. */
export function parseQuery(cursor: TokenCursor): Query {
  const at = cursor.at;
  const { recursive, ctes } = parseWith(cursor);
  const body = parseUnion(cursor);
  return { kind: "query", at, recursive, ctes, body, ...parseOrganization(cursor) };
}

export function parseWith(cursor: TokenCursor): { recursive: boolean; ctes: Cte[] } {
  if (!cursor.acceptWords("WITH")) return { recursive: false, ctes: [] };
  const recursive = cursor.acceptWords("RECURSIVE");
  return { recursive, ctes: parseCommaList(cursor, () => parseCte(cursor)) };
}

function parseCte(cursor: TokenCursor): Cte {
  const at = cursor.at;
  const name = parseIdentifier(cursor, "the name of a common table expression");
  const columns = cursor.isSymbol("(") ? parseIdentifierList(cursor) : [];
  cursor.acceptWords("AS");
  cursor.expectSymbol("(");
  const query = parseQuery(cursor);
  cursor.expectSymbol(")");
  return { name, columns, query, at };
}

/** UNION, EXCEPT and MINUS bind equally, from left to right; INTERSECT binds tighter. */
function parseUnion(cursor: TokenCursor): QueryBody {
  let left = parseIntersect(cursor);
  for (;;) {
    const at = cursor.at;
    const word = cursor.acceptAnyWord("UNION", "EXCEPT", "MINUS", "SETMINUS");
    if (word === undefined) return left;
    const all = cursor.acceptAnyWord("ALL", "DISTINCT") === "ALL";
    const op = word === "UNION" ? "union" : "except";
    left = setOperation(op, { all, left, right: parseIntersect(cursor), at });
  }
}

function parseIntersect(cursor: TokenCursor): QueryBody {
  let left = parseTerm(cursor);
  for (let at = cursor.at; cursor.acceptWords("INTERSECT"); at = cursor.at) {
    const all = cursor.acceptAnyWord("ALL", "DISTINCT") === "ALL";
    left = setOperation("intersect", { all, left, right: parseTerm(cursor), at });
  }
  return left;
}

function setOperation(
  op: SetOperation["op"],
  rest: Omit<SetOperation, "kind" | "op">,
): SetOperation {
  return { kind: "set-operation", op, ...rest };
}

function parseTerm(cursor: TokenCursor): QueryBody {
  const at = cursor.at;
  if (cursor.isWord("SELECT")) return parseSelect(cursor);
  if (cursor.isWord("FROM")) return parseFromFirst(cursor);
  if (cursor.isWord("VALUES")) return parseValuesTerm(cursor);
  if (cursor.acceptWords("TABLE")) {
    return { kind: "table-body", name: parseQualifiedName(cursor, "a table's name"), at };
  }
  if (cursor.isWord("MAP") || cursor.isWord("REDUCE")) {
    throw cursor.notSupported("MAP and REDUCE with a script");
  }
  if (!cursor.acceptSymbol("(")) throw cursor.unexpected("a query");
  const query = parseQuery(cursor);
  cursor.expectSymbol(")");
  return query;
}

function parseValuesTerm(cursor: TokenCursor): InlineTable {
  return parseInlineTable(cursor);
}

interface Organization {
  readonly orderBy: readonly SortItem[];
  readonly sortBy: readonly SortItem[];
  readonly distributeBy: readonly Expression[];
  readonly clusterBy: readonly Expression[];
  readonly windows: readonly NamedWindow[];
  readonly limit?: Expression;
  readonly offset?: Expression;
}

function parseOrganization(cursor: TokenCursor): Organization {
  const orderBy = cursor.acceptWords("ORDER", "BY") ? parseSortItems(cursor) : [];
  const clusterBy = cursor.acceptWords("CLUSTER", "BY") ? parseExpressions(cursor) : [];
  const distributeBy = cursor.acceptWords("DISTRIBUTE", "BY") ? parseExpressions(cursor) : [];
  const sortBy = cursor.acceptWords("SORT", "BY") ? parseSortItems(cursor) : [];
  const windows = cursor.acceptWords("WINDOW") ? parseNamedWindows(cursor) : [];
  const limit = parseLimit(cursor);
  const offset = cursor.acceptWords("OFFSET") ? cursor.grammar.parseExpression(cursor) : undefined;
  return {
    orderBy,
    sortBy,
    distributeBy,
    clusterBy,
    windows,
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
}

function parseLimit(cursor: TokenCursor): Expression | undefined {
  if (!cursor.acceptWords("LIMIT") || cursor.acceptWords("ALL")) return undefined;
  return cursor.grammar.parseExpression(cursor);
}

function parseExpressions(cursor: TokenCursor): Expression[] {
  return parseCommaList(cursor, () => cursor.grammar.parseExpression(cursor));
}
