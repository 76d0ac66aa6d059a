import type { ColumnSpec } from "../../tree/statement.ts";
import type { Expression } from "../../tree/expression.ts";
import type { Query } from "../../tree/query.ts";
import { parseIdentifier, parseParenthesized } from "../parse-name.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { parseColumnSpec } from "./parse-parts.ts";

/**
 * `(a INT, b STRING) USING parquet` behind CREATE TEMPORARY VIEW: a source of files of which no path is
 * known, so a query without rows. Undefined where the columns have no types.
 */
export function parseEmptyView(cursor: TokenCursor): Query | undefined {
  if (!cursor.isSymbol("(") || cursor.isSymbol(",", 2) || cursor.isSymbol(")", 2)) return undefined;
  if (cursor.isWord("COMMENT", 2)) return undefined;
  const { at } = cursor;
  const columns = parseParenthesized(cursor, () => parseColumnSpec(cursor));
  cursor.expectWords("USING");
  parseIdentifier(cursor, "a format");
  if (!cursor.isAtEnd()) throw cursor.notSupported("CREATE TEMPORARY VIEW ... USING of files", at);
  return emptyQuery(columns, at);
}

function emptyQuery(columns: readonly ColumnSpec[], at: number): Query {
  const nothing: Expression = { kind: "boolean", value: false, at };
  return {
    kind: "query",
    at,
    recursive: false,
    ctes: [],
    orderBy: [],
    sortBy: [],
    distributeBy: [],
    clusterBy: [],
    windows: [],
    body: {
      kind: "select",
      at,
      distinct: false,
      items: columns.map(({ name, type }) => {
        const operand: Expression = { kind: "null", at };
        const expression: Expression = { kind: "cast", operand, type, isTry: false, at };
        return { expression, aliases: [name], at };
      }),
      from: [],
      lateralViews: [],
      windows: [],
      where: nothing,
    },
  };
}
