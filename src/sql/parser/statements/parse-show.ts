import type { Command, Statement } from "../../tree/statement.ts";
import { parseIdentifier, parseQualifiedName, parseStringLiteral } from "../parse-name.ts";
import type { TokenCursor } from "../token-cursor.ts";
import {
  acceptPartitionSpec,
  parsePropertyKey,
  parseRelationName,
  parseSchemaName,
} from "./parse-parts.ts";

/** SHOW ...: what there is. */
export function parseShow(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("SHOW");
  return { kind: "command", command: parseShown(cursor, at) };
}

function parseShown(cursor: TokenCursor, at: number): Command {
  if (cursor.acceptAnyWord("DATABASES", "SCHEMAS", "NAMESPACES") !== undefined) {
    if (acceptIn(cursor)) parseQualifiedName(cursor);
    return { kind: "show", what: "schemas", ...acceptLike(cursor) };
  }
  const listing = cursor.acceptAnyWord("TABLES", "VIEWS");
  if (listing !== undefined) {
    const what = listing === "TABLES" ? "tables" : "views";
    return { kind: "show", what, ...acceptInSchema(cursor), ...acceptLike(cursor) };
  }
  if (cursor.acceptWords("TABLE", "EXTENDED")) return parseTableExtended(cursor);
  if (cursor.acceptWords("COLUMNS")) return parseColumns(cursor);
  if (cursor.acceptWords("CREATE", "TABLE")) {
    const target = parseRelationName(cursor);
    return {
      kind: "show",
      what: "create-table",
      target,
      asSerde: cursor.acceptWords("AS", "SERDE"),
    };
  }
  if (cursor.acceptWords("PARTITIONS")) {
    const target = parseRelationName(cursor);
    const partition = acceptPartitionSpec(cursor);
    return {
      kind: "show",
      what: "partitions",
      target,
      ...(partition === undefined ? {} : { partition }),
    };
  }
  if (cursor.acceptWords("TBLPROPERTIES")) return parseShowProperties(cursor);
  return parseShowOther(cursor, at);
}

function parseShowOther(cursor: TokenCursor, at: number): Command {
  if (cursor.acceptWords("CATALOGS")) return { kind: "show", what: "catalogs" };
  if (cursor.acceptWords("CURRENT")) {
    cursor.expectAnyWord("SCHEMA", "DATABASE", "NAMESPACE");
    return { kind: "show", what: "current-schema" };
  }
  const scope = cursor.acceptAnyWord("ALL", "USER", "SYSTEM");
  if (!cursor.acceptWords("FUNCTIONS")) throw cursor.notSupported("this SHOW statement", at);
  if (acceptIn(cursor)) parseQualifiedName(cursor);
  const which = ({ ALL: "all", USER: "user", SYSTEM: "system" } as const)[scope ?? "ALL"];
  return { kind: "show", what: "functions", scope: which, ...acceptLike(cursor) };
}

function acceptIn(cursor: TokenCursor): boolean {
  return cursor.acceptAnyWord("FROM", "IN") !== undefined;
}

function acceptInSchema(cursor: TokenCursor): { schema?: string } {
  return acceptIn(cursor) ? { schema: parseSchemaName(cursor) } : {};
}

function acceptLike(cursor: TokenCursor): { like?: string } {
  const has = cursor.acceptWords("LIKE") || cursor.peek().kind === "string";
  if (!has) return {};
  return {
    like: cursor.peek().kind === "string" ? parseStringLiteral(cursor) : parseIdentifier(cursor),
  };
}

function parseTableExtended(cursor: TokenCursor): Command {
  const place = acceptInSchema(cursor);
  cursor.expectWords("LIKE");
  const like = parseStringLiteral(cursor);
  const partition = acceptPartitionSpec(cursor);
  return {
    kind: "show",
    what: "table-extended",
    like,
    ...place,
    ...(partition === undefined ? {} : { partition }),
  };
}

/** `SHOW COLUMNS IN t`, `SHOW COLUMNS IN t IN db` */
function parseColumns(cursor: TokenCursor): Command {
  cursor.expectAnyWord("FROM", "IN");
  const target = parseRelationName(cursor);
  if (!acceptIn(cursor)) return { kind: "show", what: "columns", target };
  return {
    kind: "show",
    what: "columns",
    target: { name: target.name, schema: parseSchemaName(cursor) },
  };
}

function parseShowProperties(cursor: TokenCursor): Command {
  const target = parseRelationName(cursor);
  if (!cursor.acceptSymbol("(")) return { kind: "show", what: "properties", target };
  const key = parsePropertyKey(cursor);
  cursor.expectSymbol(")");
  return { kind: "show", what: "properties", target, key };
}
