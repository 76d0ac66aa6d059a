import type { Query } from "../../tree/query.ts";
import { parseQualifiedName } from "../parse-name.ts";
import type { TokenCursor } from "../token-cursor.ts";

/**
 * Delta's `SHALLOW CLONE t` (or `DEEP CLONE t`, `CLONE t`) behind the name of a new table, as the
 * query that reads the table. Here a clone is a copy: it has the same rows, and shares no files.
 */
export function parseClone(cursor: TokenCursor): Query | undefined {
  const at = cursor.at;
  const kind = cursor.acceptAnyWord("SHALLOW", "DEEP");
  if (kind !== undefined) cursor.expectWords("CLONE");
  else if (!cursor.acceptWords("CLONE")) return undefined;
  const body = {
    kind: "table-body",
    name: parseQualifiedName(cursor, "a table's name"),
    at,
  } as const;
  return {
    kind: "query",
    recursive: false,
    ctes: [],
    body,
    orderBy: [],
    sortBy: [],
    distributeBy: [],
    clusterBy: [],
    windows: [],
    at,
  };
}
