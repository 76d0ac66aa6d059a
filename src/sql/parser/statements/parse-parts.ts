import type { RelationName } from "../../translated-query.ts";
import type { Expression } from "../../tree/expression.ts";
import type { ColumnSpec, PartitionSpecItem } from "../../tree/statement.ts";
import {
  parseCommaList,
  parseIdentifier,
  parseParenthesized,
  parseQualifiedName,
  parseStringLiteral,
} from "../parse-name.ts";
import { parseType } from "../parse-type.ts";
import type { TokenCursor } from "../token-cursor.ts";

/** `t`, `db.t`, `catalog.db.t` (one catalog only: its name is dropped). */
export function parseRelationName(cursor: TokenCursor): RelationName {
  const at = cursor.at;
  const parts = parseQualifiedName(cursor, "a table's name");
  return relationNameOf(cursor, parts, at);
}

export function relationNameOf(
  cursor: TokenCursor,
  parts: readonly string[],
  at: number,
): RelationName {
  const [name, schema, , tooMany] = parts.toReversed();
  if (name === undefined || tooMany !== undefined) {
    throw cursor.notSupported(`the name "${parts.join(".")}" of more than three parts`, at);
  }
  return schema === undefined ? { name } : { schema, name };
}

/** A schema's name; a catalog before it is dropped. */
export function parseSchemaName(cursor: TokenCursor): string {
  return parseQualifiedName(cursor, "a schema's name").at(-1) ?? "";
}

export function acceptIfNotExists(cursor: TokenCursor): boolean {
  return cursor.acceptWords("IF", "NOT", "EXISTS");
}

export function acceptIfExists(cursor: TokenCursor): boolean {
  return cursor.acceptWords("IF", "EXISTS");
}

/** `('a' = 'b', c.d = 1)`: keys are strings or dotted names, values any literal. */
export function parseProperties(cursor: TokenCursor): Record<string, string> {
  const pairs = parseParenthesized(cursor, () => {
    const key = parsePropertyKey(cursor);
    cursor.acceptSymbol("=");
    return [key, parsePropertyValue(cursor)] as const;
  });
  return Object.fromEntries(pairs);
}

export function parsePropertyKey(cursor: TokenCursor): string {
  if (cursor.peek().kind === "string") return parseStringLiteral(cursor);
  const parts = [parseKeyPart(cursor)];
  while (cursor.acceptSymbol(".") || cursor.acceptSymbol("-")) parts.push(parseKeyPart(cursor));
  return parts.join(".");
}

function parseKeyPart(cursor: TokenCursor): string {
  return cursor.peek().kind === "number"
    ? cursor.next().text
    : parseIdentifier(cursor, "a property's key");
}

function parsePropertyValue(cursor: TokenCursor): string {
  const sign = cursor.acceptSymbol("-") ? "-" : "";
  const token = cursor.peek();
  if (token.kind === "string") return parseStringLiteral(cursor);
  if (token.kind === "number") return `${sign}${cursor.next().text}`;
  const isBoolean = token.kind === "word" && (token.upper === "TRUE" || token.upper === "FALSE");
  if (!isBoolean) throw cursor.unexpected("a property's value");
  cursor.next();
  return token.text.toLowerCase();
}

/** `name type [NOT NULL] [DEFAULT value] [COMMENT text]` */
export function parseColumnSpec(cursor: TokenCursor): ColumnSpec {
  const at = cursor.at;
  const name = parseIdentifier(cursor, "a column's name");
  cursor.acceptSymbol(":");
  return { name, at, type: parseType(cursor), ...parseColumnTail(cursor) };
}

/** NOT NULL, DEFAULT and COMMENT, in any order. */
export function parseColumnTail(
  cursor: TokenCursor,
): Pick<ColumnSpec, "nullable" | "comment" | "defaultValue"> {
  let tail: Pick<ColumnSpec, "nullable" | "comment" | "defaultValue"> = { nullable: true };
  for (;;) {
    if (cursor.acceptWords("NOT", "NULL")) tail = { ...tail, nullable: false };
    else if (cursor.acceptWords("COMMENT")) tail = { ...tail, comment: parseStringLiteral(cursor) };
    else if (cursor.acceptWords("DEFAULT")) {
      tail = { ...tail, defaultValue: cursor.grammar.parseExpression(cursor) };
    } else if (cursor.isWord("GENERATED")) throw cursor.notSupported("generated columns");
    else return tail;
  }
}

/** `PARTITION (a = 1, b)`; the keyword has been taken. */
export function parsePartitionSpec(cursor: TokenCursor): PartitionSpecItem[] {
  return parseParenthesized(cursor, () => {
    const at = cursor.at;
    const column = parseIdentifier(cursor, "a partition column");
    const op = acceptComparison(cursor);
    if (op === undefined) return { column, op: "=", at } as const;
    return { column, op, value: parsePartitionValue(cursor), at };
  });
}

function parsePartitionValue(cursor: TokenCursor): Expression {
  return cursor.grammar.parseExpression(cursor);
}

function acceptComparison(cursor: TokenCursor): PartitionSpecItem["op"] | undefined {
  const ops = {
    "=": "=",
    "==": "=",
    "<=": "<=",
    "<": "<",
    ">=": ">=",
    ">": ">",
    "<>": "<>",
    "!=": "<>",
  } as const;
  for (const [symbol, op] of Object.entries(ops)) {
    if (cursor.acceptSymbol(symbol)) return op;
  }
  return undefined;
}

export function acceptPartitionSpec(cursor: TokenCursor): PartitionSpecItem[] | undefined {
  return cursor.acceptWords("PARTITION") ? parsePartitionSpec(cursor) : undefined;
}

export function parsePartitionSpecs(cursor: TokenCursor): PartitionSpecItem[][] {
  const specs: PartitionSpecItem[][] = [];
  while (cursor.acceptWords("PARTITION")) {
    specs.push(parsePartitionSpec(cursor));
    cursor.acceptSymbol(",");
  }
  return specs;
}

/** `a.b, c` */
export function parseColumnPaths(cursor: TokenCursor): string[][] {
  return parseCommaList(cursor, () => parseQualifiedName(cursor, "a column's name"));
}
