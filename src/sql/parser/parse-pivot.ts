import type { RelationNode, SelectItem, TableAlias, UnpivotGroup } from "../tree/query.ts";
import { parseTableAlias } from "./parse-inline-table.ts";
import {
  parseCommaList,
  parseIdentifier,
  parseIdentifierList,
  parseOptionalAlias,
  parseParenthesized,
  parseQualifiedName,
} from "./parse-name.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** PIVOT (...) or UNPIVOT (...) behind a relation; undefined where neither follows. */
export function parsePivotOrUnpivot(
  cursor: TokenCursor,
  input: RelationNode,
): RelationNode | undefined {
  if (cursor.isWord("PIVOT") && cursor.isSymbol("(", 1)) return parsePivot(cursor, input);
  if (!cursor.isWord("UNPIVOT")) return undefined;
  return parseUnpivot(cursor, input);
}

function parsePivot(cursor: TokenCursor, input: RelationNode): RelationNode {
  const at = cursor.next().at;
  cursor.expectSymbol("(");
  const aggregates = parseCommaList(cursor, () => parseNamed(cursor));
  cursor.expectWords("FOR");
  const columns = cursor.isSymbol("(")
    ? parseParenthesized(cursor, () => parseQualifiedName(cursor))
    : [parseQualifiedName(cursor, "the pivot column")];
  cursor.expectWords("IN");
  const values = parseParenthesized(cursor, () => parseNamed(cursor));
  cursor.expectSymbol(")");
  return { kind: "pivot", input, aggregates, columns, values, at, ...aliasPart(cursor) };
}

function parseNamed(cursor: TokenCursor): SelectItem {
  const at = cursor.at;
  const expression = cursor.grammar.parseExpression(cursor);
  const alias = cursor.isWord("FOR") ? undefined : parseOptionalAlias(cursor);
  return { expression, aliases: alias === undefined ? [] : [alias], at };
}

function parseUnpivot(cursor: TokenCursor, input: RelationNode): RelationNode {
  const at = cursor.next().at;
  const nulls = cursor.acceptAnyWord("INCLUDE", "EXCLUDE");
  if (nulls !== undefined) cursor.expectWords("NULLS");
  cursor.expectSymbol("(");
  const isMulti = cursor.isSymbol("(");
  const valueColumns = isMulti
    ? parseIdentifierList(cursor)
    : [parseIdentifier(cursor, "a value column")];
  cursor.expectWords("FOR");
  const nameColumn = parseIdentifier(cursor, "a name column");
  cursor.expectWords("IN");
  const groups = parseParenthesized(cursor, () => parseUnpivotGroup(cursor, isMulti));
  cursor.expectSymbol(")");
  const includeNulls = nulls === "INCLUDE";
  return {
    kind: "unpivot",
    input,
    includeNulls,
    valueColumns,
    nameColumn,
    groups,
    at,
    ...aliasPart(cursor),
  };
}

function parseUnpivotGroup(cursor: TokenCursor, isMulti: boolean): UnpivotGroup {
  const at = cursor.at;
  const columns = isMulti
    ? parseParenthesized(cursor, () => parseQualifiedName(cursor, "a column"))
    : [parseQualifiedName(cursor, "a column")];
  const alias = parseOptionalAlias(cursor);
  return alias === undefined ? { columns, at } : { columns, alias, at };
}

function aliasPart(cursor: TokenCursor): { alias?: TableAlias } {
  const alias = parseTableAlias(cursor);
  return alias === undefined ? {} : { alias };
}
