import type { Expression } from "../tree/expression.ts";
import type { LateralView, NamedWindow, RelationNode, Select, SelectItem } from "../tree/query.ts";
import { parseGroupBy } from "./parse-group-by.ts";
import {
  isAliasAhead,
  parseCommaList,
  parseIdentifier,
  parseIdentifierList,
  parseQualifiedName,
} from "./parse-name.ts";
import { parseRelation } from "./parse-relation.ts";
import type { TokenCursor } from "./token-cursor.ts";
import { parseNamedWindows } from "./parse-window.ts";
import { parseCall } from "./parse-call.ts";

/** SELECT ... FROM ... WHERE ... GROUP BY ... HAVING ... */
export function parseSelect(cursor: TokenCursor): Select {
  const head = parseSelectClause(cursor);
  const from = cursor.acceptWords("FROM") ? parseFromList(cursor) : [];
  return { ...head, from, ...parseSelectTail(cursor) };
}

/** FROM t SELECT a WHERE b: Hive's order. */
export function parseFromFirst(cursor: TokenCursor): Select {
  const at = cursor.at;
  cursor.expectWords("FROM");
  const from = parseFromList(cursor);
  const lateralViews = parseLateralViews(cursor);
  if (!cursor.isWord("SELECT")) throw cursor.notSupported("FROM without SELECT behind it", at);
  const head = parseSelectClause(cursor);
  const tail = parseSelectTail(cursor);
  return { ...head, from, ...tail, lateralViews: [...lateralViews, ...tail.lateralViews] };
}

type Head = Pick<Select, "kind" | "at" | "distinct" | "items">;

function parseSelectClause(cursor: TokenCursor): Head {
  const at = cursor.at;
  cursor.expectWords("SELECT");
  const isScript = ["TRANSFORM", "MAP", "REDUCE"].some((word) => cursor.isWord(word));
  if (isScript && cursor.isWord("TRANSFORM") && cursor.isSymbol("(", 1) && isScriptAhead(cursor)) {
    throw cursor.notSupported("SELECT TRANSFORM with a script");
  }
  const distinct = acceptQuantifier(cursor) === "DISTINCT";
  const items = parseCommaList(cursor, () => parseSelectItem(cursor));
  return { kind: "select", at, distinct, items };
}

function acceptQuantifier(cursor: TokenCursor): "DISTINCT" | "ALL" | undefined {
  const next = cursor.peek(1);
  const isColumn =
    next.kind === "end" || next.text === "," || next.text === "." || next.text === ")";
  return isColumn ? undefined : cursor.acceptAnyWord("DISTINCT", "ALL");
}

/** TRANSFORM(...) USING is a script; transform(array, lambda) a function. */
function isScriptAhead(cursor: TokenCursor): boolean {
  let depth = 0;
  for (let ahead = 1; cursor.peek(ahead).kind !== "end"; ahead += 1) {
    if (cursor.isSymbol("(", ahead)) depth += 1;
    if (cursor.isSymbol(")", ahead)) depth -= 1;
    if (depth === 0) return cursor.isWord("USING", ahead + 1) || cursor.isWord("ROW", ahead + 1);
  }
  return false;
}

export function parseSelectItem(cursor: TokenCursor): SelectItem {
  const at = cursor.at;
  const expression = cursor.grammar.parseExpression(cursor);
  return { expression, aliases: parseItemAliases(cursor, expression), at };
}

function parseItemAliases(cursor: TokenCursor, expression: Expression): string[] {
  const hasAs = cursor.acceptWords("AS");
  if (cursor.isSymbol("(") && (hasAs || expression.kind === "call"))
    return parseIdentifierList(cursor);
  if (!hasAs && !isAliasAhead(cursor)) return [];
  return [parseIdentifier(cursor, "an alias")];
}

function parseFromList(cursor: TokenCursor): RelationNode[] {
  return parseCommaList(cursor, () => parseRelation(cursor));
}

interface Tail {
  readonly lateralViews: readonly LateralView[];
  readonly where?: Expression;
  readonly groupBy?: NonNullable<Select["groupBy"]>;
  readonly having?: Expression;
  readonly windows: readonly NamedWindow[];
}

function parseSelectTail(cursor: TokenCursor): Tail {
  const lateralViews = parseLateralViews(cursor);
  const where = cursor.acceptWords("WHERE") ? cursor.grammar.parseExpression(cursor) : undefined;
  const groupBy = parseGroupBy(cursor);
  const having = cursor.acceptWords("HAVING") ? cursor.grammar.parseExpression(cursor) : undefined;
  if (cursor.isWord("QUALIFY")) throw cursor.notSupported("QUALIFY (Spark 3.5 has no such clause)");
  const windows = cursor.acceptWords("WINDOW") ? parseNamedWindows(cursor) : [];
  return {
    lateralViews,
    windows,
    ...(where === undefined ? {} : { where }),
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(having === undefined ? {} : { having }),
  };
}

function parseLateralViews(cursor: TokenCursor): LateralView[] {
  const views: LateralView[] = [];
  for (let at = cursor.at; cursor.acceptWords("LATERAL", "VIEW"); at = cursor.at) {
    const outer = cursor.acceptWords("OUTER");
    const callAt = cursor.at;
    const call = parseCall(cursor, parseQualifiedName(cursor, "a generator function"), callAt);
    const table = isAliasAhead(cursor) ? parseIdentifier(cursor) : "";
    const columns = parseViewColumns(cursor);
    views.push({ outer, call, table, columns, at });
  }
  return views;
}

function parseViewColumns(cursor: TokenCursor): string[] {
  const hasAs = cursor.acceptWords("AS");
  if (!hasAs && !isAliasAhead(cursor)) return [];
  if (hasAs && cursor.isSymbol("(")) return parseIdentifierList(cursor);
  return parseCommaList(cursor, () => parseIdentifier(cursor, "a column alias"));
}
