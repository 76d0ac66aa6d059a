import type { Expression, TypedLiteralKind } from "../tree/expression.ts";
import { parseCall } from "./parse-call.ts";
import { isIntervalAhead, parseInterval } from "./parse-interval.ts";
import { parseIdentifier, parseIdentifierList, parseParenthesized } from "./parse-name.ts";
import { isSpecialCallAhead, parseSpecialCall } from "./parse-special-call.ts";
import { isQueryAhead } from "./query-ahead.ts";
import type { TokenCursor } from "./token-cursor.ts";
import { EngineError } from "../../errors/engine-error.ts";

const TYPED_LITERALS: Readonly<Record<string, TypedLiteralKind>> = {
  DATE: "date",
  TIMESTAMP: "timestamp",
  TIMESTAMP_NTZ: "timestamp_ntz",
  TIMESTAMP_LTZ: "timestamp_ltz",
};

/** Words that begin or join clauses: an expression never starts with them. */
const NEVER_A_COLUMN: ReadonlySet<string> = new Set(
  "FROM WHERE GROUP HAVING ORDER LIMIT UNION INTERSECT ON JOIN WHEN THEN ELSE AND OR SELECT".split(
    " ",
  ),
);

export function parsePrimary(cursor: TokenCursor): Expression {
  const token = cursor.peek();
  const at = token.at;
  switch (token.kind) {
    case "number":
      cursor.next();
      return { kind: "number", text: token.text, type: token.type, at };
    case "string":
      return parseString(cursor);
    case "symbol":
      return parseSymbol(cursor);
    case "quoted":
      return parseNameOrCall(cursor);
    case "word":
      return parseWord(cursor, token.upper);
    case "end":
      throw cursor.unexpected("an expression");
  }
}

/** Adjacent string literals are one. */
function parseString(cursor: TokenCursor): Expression {
  const at = cursor.at;
  let value = "";
  for (let token = cursor.peek(); token.kind === "string"; token = cursor.peek()) {
    value += token.text;
    cursor.next();
  }
  return { kind: "string", value, at };
}

function parseSymbol(cursor: TokenCursor): Expression {
  const at = cursor.at;
  if (cursor.isSymbol("(")) return parseParenthesis(cursor);
  if (cursor.acceptSymbol("*")) return parseStarExcept(cursor, [], at);
  if (cursor.isSymbol(":") || cursor.isSymbol("?")) {
    throw cursor.notSupported("parameter markers");
  }
  throw cursor.unexpected("an expression");
}

/** `(query)`, `(a, b)`, `(a)`, `(x, y) -> body` */
function parseParenthesis(cursor: TokenCursor): Expression {
  const at = cursor.at;
  if (isLambdaAhead(cursor)) {
    const parameters = parseIdentifierList(cursor);
    cursor.expectSymbol("->");
    return { kind: "lambda", parameters, body: cursor.grammar.parseExpression(cursor), at };
  }
  const query = isQueryAhead(cursor, 1) ? parseScalarQuery(cursor) : undefined;
  if (query !== undefined) return query;
  const items = parseParenthesized(cursor, () => parseAliased(cursor));
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : { kind: "row", items, at };
}

/** `((select 1) + 1)` starts like a query but is none: then undefined, and nothing is taken. */
function parseScalarQuery(cursor: TokenCursor): Expression | undefined {
  const at = cursor.at;
  const mark = cursor.mark();
  const mayBeExpression = cursor.isSymbol("(", 1);
  try {
    cursor.expectSymbol("(");
    const query = cursor.grammar.parseQuery(cursor);
    cursor.expectSymbol(")");
    return { kind: "scalar-query", query, at };
  } catch (error) {
    if (!mayBeExpression || !(error instanceof EngineError)) throw error;
    cursor.rewind(mark);
    return undefined;
  }
}

/** An expression that may carry `AS alias`, as arguments and row items may. */
function parseAliased(cursor: TokenCursor): Expression {
  const operand = cursor.grammar.parseExpression(cursor);
  const at = cursor.at;
  if (!cursor.acceptWords("AS")) return operand;
  return { kind: "aliased", operand, alias: parseIdentifier(cursor, "an alias"), at };
}

function isLambdaAhead(cursor: TokenCursor): boolean {
  let index = 1;
  for (;;) {
    const kind = cursor.peek(index).kind;
    if (kind !== "word" && kind !== "quoted") return false;
    if (cursor.isSymbol(")", index + 1)) return cursor.isSymbol("->", index + 2);
    if (!cursor.isSymbol(",", index + 1)) return false;
    index += 2;
  }
}

function parseWord(cursor: TokenCursor, upper: string): Expression {
  const at = cursor.at;
  const next = cursor.peek(1);
  if (next.kind === "string") {
    const literal = parsePrefixedLiteral(cursor, upper);
    if (literal !== undefined) return literal;
  }
  if (next.text === "(" && isSpecialCallAhead(upper)) return parseSpecialCall(cursor, upper);
  const isName = next.kind === "symbol" && (next.text === "." || next.text === "->");
  if (isName) return parseNameOrCall(cursor);
  switch (upper) {
    case "NULL":
      cursor.next();
      return { kind: "null", at };
    case "TRUE":
    case "FALSE":
      cursor.next();
      return { kind: "boolean", value: upper === "TRUE", at };
    case "CASE":
      return parseCase(cursor);
    case "INTERVAL":
      return isIntervalAhead(cursor) ? parseInterval(cursor) : parseNameOrCall(cursor);
    default:
      if (NEVER_A_COLUMN.has(upper) && next.text !== "(") throw cursor.unexpected("an expression");
      return parseNameOrCall(cursor);
  }
}

/** `DATE '...'`, `TIMESTAMP '...'`, `X'1F'` */
function parsePrefixedLiteral(cursor: TokenCursor, upper: string): Expression | undefined {
  const at = cursor.at;
  const text = cursor.peek(1).text;
  const type = TYPED_LITERALS[upper];
  if (type !== undefined) {
    cursor.next();
    cursor.next();
    return { kind: "typed-literal", type, text, at };
  }
  if (upper !== "X") return undefined;
  cursor.next();
  if (!/^[0-9a-fA-F]*$/.test(text)) throw cursor.unexpected("hexadecimal digits");
  cursor.next();
  return { kind: "hex", digits: text.length % 2 === 1 ? `0${text}` : text, at };
}

function parseCase(cursor: TokenCursor): Expression {
  const at = cursor.next().at;
  const operand = cursor.isWord("WHEN") ? undefined : cursor.grammar.parseExpression(cursor);
  const branches: { when: Expression; then: Expression }[] = [];
  while (cursor.acceptWords("WHEN")) {
    const when = cursor.grammar.parseExpression(cursor);
    cursor.expectWords("THEN");
    branches.push({ when, then: cursor.grammar.parseExpression(cursor) });
  }
  if (branches.length === 0) throw cursor.unexpected("WHEN");
  const otherwise = cursor.acceptWords("ELSE") ? cursor.grammar.parseExpression(cursor) : undefined;
  cursor.expectWords("END");
  return {
    kind: "case",
    branches,
    at,
    ...(operand === undefined ? {} : { operand }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** `a`, `a.b.c`, `a.*`, `f(...)`, `x -> body` */
function parseNameOrCall(cursor: TokenCursor): Expression {
  const at = cursor.at;
  const parts = [parseIdentifier(cursor)];
  const [first] = parts;
  if (first !== undefined && cursor.acceptSymbol("->")) {
    return {
      kind: "lambda",
      parameters: [first],
      body: cursor.grammar.parseExpression(cursor),
      at,
    };
  }
  while (cursor.isSymbol(".")) {
    cursor.next();
    if (cursor.acceptSymbol("*")) return parseStarExcept(cursor, parts, at);
    parts.push(parseIdentifier(cursor, "a name after the dot"));
  }
  if (cursor.isSymbol("(")) return parseCall(cursor, parts, at);
  return { kind: "column", parts, at };
}

/** `* EXCEPT (a, b)`: EXCEPT followed by a query is a set operation instead. */
function parseStarExcept(cursor: TokenCursor, qualifier: string[], at: number): Expression {
  const isExcept = cursor.isWord("EXCEPT") && cursor.isSymbol("(", 1) && !isQueryAhead(cursor, 1);
  if (!isExcept) return { kind: "star", qualifier, except: [], at };
  cursor.next();
  const except = parseParenthesized(cursor, () => {
    const parts = [parseIdentifier(cursor)];
    while (cursor.acceptSymbol(".")) parts.push(parseIdentifier(cursor));
    return parts;
  });
  return { kind: "star", qualifier, except, at };
}
