import type { Statement } from "../../tree/statement.ts";
import { parseIdentifier, parseQualifiedName, parseStringLiteral } from "../parse-name.ts";
import { isQueryAhead } from "../query-ahead.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { acceptPartitionSpec, parseRelationName, parseSchemaName } from "./parse-parts.ts";

/** DESCRIBE a table, column, schema, function or query. */
export function parseDescribe(cursor: TokenCursor): Statement {
  cursor.expectAnyWord("DESCRIBE", "DESC");
  // DESCRIBE TABLE x describes the table x, although TABLE x is a query.
  if (cursor.acceptWords("QUERY") || (!cursor.isWord("TABLE") && isQueryAhead(cursor))) {
    return { kind: "describe-query", query: cursor.grammar.parseQuery(cursor) };
  }
  if (cursor.acceptWords("FUNCTION")) return parseDescribeFunction(cursor);
  if (cursor.acceptAnyWord("SCHEMA", "DATABASE", "NAMESPACE") !== undefined) {
    const extended = cursor.acceptWords("EXTENDED");
    const schema = parseSchemaName(cursor);
    return { kind: "command", command: { kind: "describe", what: "schema", schema, extended } };
  }
  cursor.acceptWords("TABLE");
  const extended = cursor.acceptAnyWord("EXTENDED", "FORMATTED") !== undefined;
  const target = parseRelationName(cursor);
  const partition = acceptPartitionSpec(cursor);
  if (cursor.isAtEnd()) {
    const base = { kind: "describe", what: "table", target, extended } as const;
    return { kind: "command", command: partition === undefined ? base : { ...base, partition } };
  }
  const column = parseQualifiedName(cursor, "a column's name");
  return {
    kind: "command",
    command: { kind: "describe", what: "column", target, column, extended },
  };
}

function parseDescribeFunction(cursor: TokenCursor): Statement {
  const extended = cursor.acceptWords("EXTENDED");
  const name =
    cursor.peek().kind === "string" ? parseStringLiteral(cursor) : parseFunctionName(cursor);
  return { kind: "command", command: { kind: "describe", what: "function", name, extended } };
}

function parseFunctionName(cursor: TokenCursor): string {
  if (cursor.peek().kind === "symbol") return cursor.next().text;
  return parseIdentifier(cursor, "a function's name");
}
