import type { TokenCursor } from "./token-cursor.ts";

/** Words that end a clause, so that they are no alias unless AS or backticks say so. */
const NO_ALIAS: ReadonlySet<string> = new Set(
  (
    "FROM WHERE GROUP HAVING ORDER LIMIT OFFSET UNION EXCEPT INTERSECT MINUS SETMINUS WINDOW LATERAL " +
    "CLUSTER DISTRIBUTE SORT ON USING JOIN INNER CROSS LEFT RIGHT FULL NATURAL SEMI ANTI PIVOT UNPIVOT " +
    "TABLESAMPLE AS WHEN SET SELECT INSERT VALUES QUALIFY IN IS NOT AND OR LIKE ILIKE RLIKE REGEXP BETWEEN " +
    "THEN ELSE END DIV"
  ).split(" "),
);

/** One name: a word or a backticked text. */
export function parseIdentifier(cursor: TokenCursor, what = "a name"): string {
  const token = cursor.peek();
  if (token.kind !== "word" && token.kind !== "quoted") throw cursor.unexpected(what);
  cursor.next();
  return token.text;
}

/** `a.b.c` */
export function parseQualifiedName(cursor: TokenCursor, what = "a name"): string[] {
  const parts = [parseIdentifier(cursor, what)];
  while (cursor.isSymbol(".")) {
    cursor.next();
    parts.push(parseIdentifier(cursor, what));
  }
  return parts;
}

/** `(a, b, c)` */
export function parseIdentifierList(cursor: TokenCursor): string[] {
  return parseParenthesized(cursor, () => parseIdentifier(cursor, "a column name"));
}

/** `( item, item, ... )` with at least one item. */
export function parseParenthesized<T>(cursor: TokenCursor, parseItem: () => T): T[] {
  cursor.expectSymbol("(");
  const items = parseCommaList(cursor, parseItem);
  cursor.expectSymbol(")");
  return items;
}

export function parseCommaList<T>(cursor: TokenCursor, parseItem: () => T): T[] {
  const items = [parseItem()];
  while (cursor.acceptSymbol(",")) items.push(parseItem());
  return items;
}

/** An alias with or without AS; undefined where none follows. */
export function parseOptionalAlias(cursor: TokenCursor): string | undefined {
  if (cursor.acceptWords("AS")) return parseAliasName(cursor);
  return isAliasAhead(cursor) ? parseAliasName(cursor) : undefined;
}

/** True when the next token can be an alias without AS. */
export function isAliasAhead(cursor: TokenCursor): boolean {
  const token = cursor.peek();
  if (token.kind === "quoted") return true;
  return token.kind === "word" && !NO_ALIAS.has(token.upper);
}

function parseAliasName(cursor: TokenCursor): string {
  return parseIdentifier(cursor, "an alias");
}

export function parseStringLiteral(cursor: TokenCursor, what = "a string"): string {
  const first = cursor.peek();
  if (first.kind !== "string") throw cursor.unexpected(what);
  let text = "";
  for (let token = cursor.peek(); token.kind === "string"; token = cursor.peek()) {
    text += token.text;
    cursor.next();
  }
  return text;
}

export function parseInteger(cursor: TokenCursor, what = "a whole number"): string {
  const token = cursor.peek();
  if (token.kind !== "number" || !/^\d+$/.test(token.text)) throw cursor.unexpected(what);
  cursor.next();
  return token.text;
}
