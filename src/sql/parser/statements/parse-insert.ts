import type { Cte } from "../../tree/query.ts";
import type { Statement } from "../../tree/statement.ts";
import { parseIdentifierList } from "../parse-name.ts";
import { isQueryAhead } from "../query-ahead.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { acceptIfNotExists, acceptPartitionSpec, parseRelationName } from "./parse-parts.ts";

/** INSERT INTO and INSERT OVERWRITE. `ctes` stood in a WITH before the statement. */
export function parseInsert(cursor: TokenCursor, ctes: readonly Cte[]): Statement {
  const at = cursor.at;
  cursor.expectWords("INSERT");
  const overwrite = cursor.expectAnyWord("INTO", "OVERWRITE") === "OVERWRITE";
  if (cursor.isWord("DIRECTORY") || cursor.isWords("LOCAL", "DIRECTORY")) {
    throw cursor.notSupported("INSERT OVERWRITE DIRECTORY", at);
  }
  cursor.acceptWords("TABLE");
  const target = parseRelationName(cursor);
  const replaceWhere = cursor.acceptWords("REPLACE", "WHERE")
    ? cursor.grammar.parseExpression(cursor)
    : undefined;
  const partition = acceptPartitionSpec(cursor) ?? [];
  const ifNotExists = acceptIfNotExists(cursor);
  const byName = cursor.acceptWords("BY", "NAME");
  const hasColumns = cursor.isSymbol("(") && !isQueryAhead(cursor);
  const columns = hasColumns ? parseIdentifierList(cursor) : undefined;
  const query = cursor.grammar.parseQuery(cursor);
  return {
    kind: "insert",
    target,
    overwrite,
    partition,
    ifNotExists,
    byName,
    at,
    query: { ...query, ctes: [...ctes, ...query.ctes] },
    ...(columns === undefined ? {} : { columns }),
    ...(replaceWhere === undefined ? {} : { replaceWhere }),
  };
}
