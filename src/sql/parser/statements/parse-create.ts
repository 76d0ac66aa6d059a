import type { SchemaTranslation } from "../../table-translation.ts";
import type { RelationName } from "../../translated-query.ts";
import type { Query } from "../../tree/query.ts";
import type { ColumnSpec, Statement } from "../../tree/statement.ts";
import { parseParenthesized, parseStringLiteral } from "../parse-name.ts";
import { isQueryAhead } from "../query-ahead.ts";
import type { TokenCursor } from "../token-cursor.ts";
import {
  acceptIfNotExists,
  parseColumnSpec,
  parseProperties,
  parseRelationName,
  parseSchemaName,
} from "./parse-parts.ts";
import { parseEmptyView } from "./parse-empty-view.ts";
import { parseClone } from "./parse-clone.ts";
import {
  parseTableOptions,
  parseViewColumnList,
  type ParsedTableOptions,
} from "./parse-table-options.ts";

/** CREATE TABLE, VIEW, SCHEMA; REPLACE TABLE. */
export function parseCreate(cursor: TokenCursor): Statement {
  const at = cursor.at;
  const mustExist = cursor.acceptWords("REPLACE");
  if (!mustExist) cursor.expectWords("CREATE");
  const orReplace = mustExist || cursor.acceptWords("OR", "REPLACE");
  const global = cursor.acceptWords("GLOBAL");
  const temporary = cursor.acceptAnyWord("TEMPORARY", "TEMP") !== undefined;
  const external = cursor.acceptWords("EXTERNAL");
  if (cursor.acceptWords("VIEW")) {
    const lifetime = global ? "global" : temporary ? "local" : "no";
    return parseCreateView(cursor, { orReplace, temporary: lifetime, at });
  }
  if (cursor.acceptWords("TABLE")) {
    if (temporary) throw cursor.notSupported("CREATE TEMPORARY TABLE", at);
    return parseCreateTable(cursor, { orReplace, mustExist, external, at });
  }
  if (cursor.acceptAnyWord("SCHEMA", "DATABASE", "NAMESPACE") !== undefined) {
    return { kind: "command", command: parseCreateSchema(cursor) };
  }
  if (cursor.isWord("FUNCTION")) throw cursor.notSupported("CREATE FUNCTION", at);
  throw cursor.unexpected("TABLE, VIEW or SCHEMA");
}

interface TableHead {
  readonly orReplace: boolean;
  readonly mustExist: boolean;
  readonly external: boolean;
  readonly at: number;
}

function parseCreateTable(cursor: TokenCursor, head: TableHead): Statement {
  const ifNotExists = acceptIfNotExists(cursor);
  const target = parseRelationName(cursor);
  if (cursor.acceptWords("LIKE")) return parseCreateLike(cursor, target, ifNotExists);
  const clone = parseClone(cursor);
  const isColumns = cursor.isSymbol("(") && !isQueryAhead(cursor);
  const declared = isColumns ? parseParenthesized(cursor, () => parseColumnSpec(cursor)) : [];
  const { partitionColumns, ...options } = parseTableOptions(cursor);
  const columns: ColumnSpec[] = [...declared, ...partitionColumns];
  const statement = {
    kind: "create-table",
    target,
    ifNotExists,
    columns,
    ...head,
    ...options,
  } as const;
  if (clone) return { ...statement, provider: "delta", query: clone };
  cursor.acceptWords("AS");
  if (cursor.isAtEnd()) return statement;
  return { ...statement, query: cursor.grammar.parseQuery(cursor) };
}

function parseCreateLike(
  cursor: TokenCursor,
  target: RelationName,
  ifNotExists: boolean,
): Statement {
  const source = parseRelationName(cursor);
  const options = withoutPartitionColumns(parseTableOptions(cursor));
  return {
    kind: "command",
    command: { kind: "create-table-like", target, source, ifNotExists, ...options },
  };
}

function withoutPartitionColumns(
  options: ParsedTableOptions,
): Omit<ParsedTableOptions, "partitionColumns"> {
  const { partitionColumns: _columns, ...rest } = options;
  return rest;
}

interface ViewHead {
  readonly orReplace: boolean;
  readonly temporary: "no" | "local" | "global";
  readonly at: number;
}

function parseCreateView(cursor: TokenCursor, head: ViewHead): Statement {
  const ifNotExists = acceptIfNotExists(cursor);
  const target = parseRelationName(cursor);
  const empty = head.temporary === "no" ? undefined : parseEmptyView(cursor);
  if (empty !== undefined) return emptyView(target, empty, { ...head, ifNotExists });
  const columns = cursor.isSymbol("(") ? parseViewColumnList(cursor) : undefined;
  let comment: string | undefined;
  let properties: Record<string, string> = {};
  for (;;) {
    if (cursor.acceptWords("COMMENT")) comment = parseStringLiteral(cursor);
    else if (cursor.acceptWords("TBLPROPERTIES")) properties = parseProperties(cursor);
    else break;
  }
  if (cursor.isWord("USING")) throw cursor.notSupported("CREATE TEMPORARY VIEW ... USING");
  if (cursor.isWord("PARTITIONED")) throw cursor.notSupported("PARTITIONED ON of a view");
  cursor.expectWords("AS");
  const start = cursor.at;
  const query = cursor.grammar.parseQuery(cursor);
  return {
    kind: "create-view",
    target,
    ifNotExists,
    properties,
    query,
    sparkSql: cursor.text.slice(start, cursor.endOfPrevious),
    ...head,
    ...(columns === undefined ? {} : { columns }),
    ...(comment === undefined ? {} : { comment }),
  };
}

function emptyView(
  target: RelationName,
  query: Query,
  head: ViewHead & { readonly ifNotExists: boolean },
): Statement {
  return { kind: "create-view", target, properties: {}, query, sparkSql: "", ...head };
}

function parseCreateSchema(cursor: TokenCursor): SchemaTranslation {
  const ifNotExists = acceptIfNotExists(cursor);
  const schema = parseSchemaName(cursor);
  let found: { comment?: string; location?: string } = {};
  let properties: Record<string, string> = {};
  for (;;) {
    if (cursor.acceptWords("COMMENT")) found = { ...found, comment: parseStringLiteral(cursor) };
    else if (cursor.acceptWords("LOCATION"))
      found = { ...found, location: parseStringLiteral(cursor) };
    else if (
      cursor.acceptWords("WITH", "DBPROPERTIES") ||
      cursor.acceptWords("WITH", "PROPERTIES")
    ) {
      properties = parseProperties(cursor);
    } else return { kind: "create-schema", schema, ifNotExists, properties, ...found };
  }
}
