import type { NoOpTranslation } from "../../translation.ts";
import type { Statement } from "../../tree/statement.ts";
import { parseIdentifier, parseQualifiedName, parseStringLiteral } from "../parse-name.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { parseRelationName, parseSchemaName } from "./parse-parts.ts";

/** USE db, USE SCHEMA db, USE catalog.db */
export function parseUse(cursor: TokenCursor): Statement {
  cursor.expectWords("USE");
  cursor.acceptAnyWord("SCHEMA", "DATABASE", "NAMESPACE");
  return { kind: "command", command: { kind: "use", schema: parseSchemaName(cursor) } };
}

/** COMMENT ON TABLE t IS 'text' */
export function parseComment(cursor: TokenCursor): Statement {
  cursor.expectWords("COMMENT", "ON");
  const what = cursor.expectAnyWord("TABLE", "SCHEMA", "DATABASE", "NAMESPACE", "COLUMN");
  if (what === "TABLE") {
    const target = parseRelationName(cursor);
    return {
      kind: "command",
      command: { kind: "comment", on: "table", target, comment: parseIsText(cursor) },
    };
  }
  if (what === "COLUMN") return parseColumnComment(cursor);
  const schema = parseSchemaName(cursor);
  return {
    kind: "command",
    command: { kind: "comment", on: "schema", schema, comment: parseIsText(cursor) },
  };
}

function parseColumnComment(cursor: TokenCursor): Statement {
  const parts = parseQualifiedName(cursor, "a table's name and a column's");
  const [column, name, schema] = parts.toReversed();
  if (column === undefined || name === undefined)
    throw cursor.unexpected("a table's name before the column's");
  const target = schema === undefined ? { name } : { schema, name };
  return {
    kind: "command",
    command: { kind: "comment", on: "column", target, column, comment: parseIsText(cursor) },
  };
}

function parseIsText(cursor: TokenCursor): string | null {
  cursor.expectWords("IS");
  return cursor.acceptWords("NULL") ? null : parseStringLiteral(cursor);
}

export function parseTruncate(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("TRUNCATE", "TABLE");
  const target = parseRelationName(cursor);
  if (cursor.isWord("PARTITION")) throw cursor.notSupported("TRUNCATE TABLE ... PARTITION");
  return { kind: "truncate", target, at };
}

export function parseExplain(cursor: TokenCursor): Statement {
  cursor.expectWords("EXPLAIN");
  const mode =
    cursor.acceptAnyWord("LOGICAL", "FORMATTED", "EXTENDED", "CODEGEN", "COST") ?? "SIMPLE";
  return { kind: "explain", query: cursor.grammar.parseQuery(cursor), mode: mode.toLowerCase() };
}

/** First words of statements that have nothing to do on a laptop, longest first. */
const NO_OPS: readonly (readonly string[])[] = [
  ["CACHE", "LAZY", "TABLE"],
  ["CACHE", "TABLE"],
  ["UNCACHE", "TABLE"],
  ["CLEAR", "CACHE"],
  ["REFRESH", "TABLE"],
  ["REFRESH", "FUNCTION"],
  ["REFRESH"],
  ["ANALYZE", "TABLE"],
  ["ANALYZE", "TABLES"],
  ["MSCK", "REPAIR", "TABLE"],
  ["REPAIR", "TABLE"],
  ["OPTIMIZE"],
  ["VACUUM"],
  ["GRANT"],
  ["REVOKE"],
  ["ADD"],
  ["LIST"],
];

/** A statement that answers with nothing; undefined where it is another one. */
export function parseNoOp(cursor: TokenCursor): Statement | undefined {
  const words = NO_OPS.find((candidate) => cursor.isWords(...candidate));
  if (words === undefined) return undefined;
  cursor.acceptWords(...words);
  const command: NoOpTranslation = { kind: "no-op", statement: words.join(" ") };
  if (words[0] === "CACHE" && hasQuery(cursor)) throw cursor.notSupported("CACHE TABLE ... AS");
  const target = words.includes("TABLE") ? acceptTarget(cursor) : undefined;
  while (!cursor.isAtEnd()) cursor.next();
  return { kind: "command", command: target === undefined ? command : { ...command, target } };
}

function acceptTarget(cursor: TokenCursor): NoOpTranslation["target"] {
  cursor.acceptWords("IF", "EXISTS");
  return parseRelationName(cursor);
}

function hasQuery(cursor: TokenCursor): boolean {
  const mark = cursor.mark();
  parseIdentifier(cursor);
  let found = false;
  while (!cursor.isAtEnd()) found = cursor.next().text.toUpperCase() === "SELECT" || found;
  cursor.rewind(mark);
  return found;
}
