import type { Expression } from "../../tree/expression.ts";
import type { Assignment, MergeAction, MergeClause, Statement } from "../../tree/statement.ts";
import {
  parseCommaList,
  parseOptionalAlias,
  parseParenthesized,
  parseQualifiedName,
} from "../parse-name.ts";
import { parseRelation } from "../parse-relation.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { parseRelationName } from "./parse-parts.ts";

/** MERGE INTO t USING s ON ... WHEN ... */
export function parseMerge(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("MERGE");
  cursor.acceptWords("WITH", "SCHEMA", "EVOLUTION");
  cursor.expectWords("INTO");
  const target = parseRelationName(cursor);
  const alias = parseOptionalAlias(cursor);
  cursor.expectWords("USING");
  const source = parseRelation(cursor);
  cursor.expectWords("ON");
  const on = cursor.grammar.parseExpression(cursor);
  const clauses: MergeClause[] = [];
  while (cursor.isWord("WHEN")) clauses.push(parseMergeClause(cursor));
  if (clauses.length === 0) throw cursor.unexpected("WHEN");
  return {
    kind: "merge",
    target,
    source,
    on,
    clauses,
    at,
    ...(alias === undefined ? {} : { alias }),
  };
}

function parseMergeClause(cursor: TokenCursor): MergeClause {
  const at = cursor.next().at;
  const when = parseWhen(cursor);
  const condition = cursor.acceptWords("AND") ? cursor.grammar.parseExpression(cursor) : undefined;
  cursor.expectWords("THEN");
  const action = when === "not-matched" ? parseMergeInsert(cursor) : parseMergeChange(cursor);
  return { when, action, at, ...(condition === undefined ? {} : { condition }) };
}

function parseWhen(cursor: TokenCursor): MergeClause["when"] {
  if (cursor.acceptWords("MATCHED")) return "matched";
  cursor.expectWords("NOT", "MATCHED");
  if (cursor.acceptWords("BY", "SOURCE")) return "not-matched-by-source";
  cursor.acceptWords("BY", "TARGET");
  return "not-matched";
}

function parseMergeChange(cursor: TokenCursor): MergeAction {
  if (cursor.acceptWords("DELETE")) return { kind: "delete" };
  cursor.expectWords("UPDATE", "SET");
  if (cursor.acceptSymbol("*")) return { kind: "update-all" };
  return { kind: "update", assignments: parseAssignments(cursor) };
}

function parseMergeInsert(cursor: TokenCursor): MergeAction {
  cursor.expectWords("INSERT");
  if (cursor.acceptSymbol("*")) return { kind: "insert-all" };
  const columns = cursor.isSymbol("(")
    ? parseParenthesized(cursor, () => parseQualifiedName(cursor, "a column"))
    : [];
  cursor.expectWords("VALUES");
  const values = parseParenthesized(cursor, () => cursor.grammar.parseExpression(cursor));
  return { kind: "insert", columns, values };
}

function parseAssignments(cursor: TokenCursor): Assignment[] {
  return parseCommaList(cursor, () => {
    const at = cursor.at;
    const path = parseQualifiedName(cursor, "a column");
    if (!cursor.acceptSymbol("=") && !cursor.acceptSymbol("==")) throw cursor.unexpected('"="');
    return { path, value: cursor.grammar.parseExpression(cursor), at };
  });
}

/** UPDATE t SET a = b WHERE c */
export function parseUpdate(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("UPDATE");
  const target = parseRelationName(cursor);
  const alias = parseOptionalAlias(cursor);
  cursor.expectWords("SET");
  const assignments = parseAssignments(cursor);
  return { kind: "update", target, assignments, at, ...optional(alias, parseWhere(cursor)) };
}

/** DELETE FROM t WHERE c */
export function parseDelete(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("DELETE", "FROM");
  const target = parseRelationName(cursor);
  const alias = parseOptionalAlias(cursor);
  return { kind: "delete", target, at, ...optional(alias, parseWhere(cursor)) };
}

function parseWhere(cursor: TokenCursor): Expression | undefined {
  return cursor.acceptWords("WHERE") ? cursor.grammar.parseExpression(cursor) : undefined;
}

function optional(
  alias: string | undefined,
  where: Expression | undefined,
): { alias?: string; where?: Expression } {
  return { ...(alias === undefined ? {} : { alias }), ...(where === undefined ? {} : { where }) };
}
