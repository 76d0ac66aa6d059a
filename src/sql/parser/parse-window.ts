import type {
  CallExpression,
  Expression,
  FrameBound,
  WindowFrame,
  WindowSpec,
} from "../tree/expression.ts";
import type { NamedWindow } from "../tree/query.ts";
import { parseCommaList, parseIdentifier } from "./parse-name.ts";
import { parseSortItems } from "./parse-sort.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `OVER w`, `OVER (w)`, `OVER (PARTITION BY ... ORDER BY ... ROWS ...)` */
export function parseOver(cursor: TokenCursor): CallExpression["over"] {
  if (!cursor.acceptWords("OVER")) return undefined;
  if (!cursor.isSymbol("(")) return { name: parseIdentifier(cursor, "a window's name") };
  return parseWindowSpec(cursor);
}

/** `WINDOW w AS (...), v AS (...)`; the keyword has been taken. */
export function parseNamedWindows(cursor: TokenCursor): NamedWindow[] {
  return parseCommaList(cursor, () => {
    const name = parseIdentifier(cursor, "a window's name");
    cursor.expectWords("AS");
    const spec = cursor.isSymbol("(")
      ? parseWindowSpec(cursor)
      : { base: parseIdentifier(cursor), partitionBy: [], orderBy: [] };
    return { name, spec };
  });
}

const CLAUSES: ReadonlySet<string> = new Set([
  "PARTITION",
  "DISTRIBUTE",
  "ORDER",
  "SORT",
  "CLUSTER",
  "ROWS",
  "RANGE",
]);

function parseWindowSpec(cursor: TokenCursor): WindowSpec {
  cursor.expectSymbol("(");
  const isBase = !cursor.isSymbol(")") && !cursor.isAnyWord(CLAUSES);
  const base = isBase ? { base: parseIdentifier(cursor, "a window's name") } : {};
  if (cursor.isWord("CLUSTER")) throw cursor.notSupported("CLUSTER BY in a window");
  const partitionBy = parsePartitionBy(cursor);
  const orderBy =
    cursor.acceptWords("ORDER", "BY") || cursor.acceptWords("SORT", "BY")
      ? parseSortItems(cursor)
      : [];
  const frame = parseFrame(cursor);
  cursor.expectSymbol(")");
  return { ...base, partitionBy, orderBy, ...(frame === undefined ? {} : { frame }) };
}

function parsePartitionBy(cursor: TokenCursor): Expression[] {
  if (!cursor.acceptWords("PARTITION", "BY") && !cursor.acceptWords("DISTRIBUTE", "BY")) return [];
  return parseCommaList(cursor, () => cursor.grammar.parseExpression(cursor));
}

function parseFrame(cursor: TokenCursor): WindowFrame | undefined {
  const word = cursor.acceptAnyWord("ROWS", "RANGE");
  if (word === undefined) return undefined;
  const unit = word === "ROWS" ? "rows" : "range";
  if (!cursor.acceptWords("BETWEEN")) return { unit, start: parseBound(cursor) };
  const start = parseBound(cursor);
  cursor.expectWords("AND");
  return { unit, start, end: parseBound(cursor) };
}

function parseBound(cursor: TokenCursor): FrameBound {
  if (cursor.acceptWords("CURRENT", "ROW")) return { kind: "current-row" };
  if (cursor.acceptWords("UNBOUNDED")) {
    const side = cursor.expectAnyWord("PRECEDING", "FOLLOWING");
    return { kind: side === "PRECEDING" ? "unbounded-preceding" : "unbounded-following" };
  }
  const offset = cursor.grammar.parseValue(cursor);
  const side = cursor.expectAnyWord("PRECEDING", "FOLLOWING");
  return { kind: side === "PRECEDING" ? "preceding" : "following", offset };
}
