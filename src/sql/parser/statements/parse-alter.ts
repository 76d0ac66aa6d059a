import type { ColumnPosition } from "../../alter-translation.ts";
import type { RelationName } from "../../translated-query.ts";
import type { AlterTableChange, ColumnSpec, Statement } from "../../tree/statement.ts";
import {
  parseCommaList,
  parseIdentifier,
  parseParenthesized,
  parseQualifiedName,
  parseStringLiteral,
} from "../parse-name.ts";
import { parseType } from "../parse-type.ts";
import type { TokenCursor } from "../token-cursor.ts";
import {
  acceptIfExists,
  acceptIfNotExists,
  parseColumnPaths,
  parseColumnSpec,
  parseColumnTail,
  parsePartitionSpec,
  parsePartitionSpecs,
  parseProperties,
  parsePropertyKey,
  parseRelationName,
  parseSchemaName,
} from "./parse-parts.ts";

/** ALTER TABLE, VIEW, SCHEMA. */
export function parseAlter(cursor: TokenCursor): Statement {
  const at = cursor.at;
  cursor.expectWords("ALTER");
  const what = cursor.expectAnyWord("TABLE", "VIEW", "SCHEMA", "DATABASE", "NAMESPACE");
  if (what === "VIEW") return parseAlterView(cursor);
  if (what !== "TABLE") return parseAlterSchema(cursor);
  const target = parseRelationName(cursor);
  return { kind: "alter-table", target, change: parseChange(cursor, at), at };
}

function parseChange(cursor: TokenCursor, at: number): AlterTableChange {
  if (cursor.acceptWords("PARTITION")) {
    parsePartitionSpec(cursor);
    if (cursor.isWord("RENAME"))
      throw cursor.notSupported("ALTER TABLE ... PARTITION ... RENAME", at);
  }
  const word = cursor.expectAnyWord(
    "RENAME",
    "ADD",
    "DROP",
    "ALTER",
    "CHANGE",
    "REPLACE",
    "SET",
    "UNSET",
    "RECOVER",
  );
  switch (word) {
    case "RENAME":
      return parseRename(cursor);
    case "ADD":
      return parseAdd(cursor);
    case "DROP":
      return parseDropPart(cursor);
    case "ALTER":
    case "CHANGE":
      return parseAlterColumn(cursor);
    case "REPLACE":
      cursor.expectAnyWord("COLUMNS");
      return { action: "replace-columns", columns: parseColumnsInParentheses(cursor) };
    case "SET":
      return parseSet(cursor);
    case "UNSET": {
      const { keys, ifExists } = parseUnset(cursor);
      return { action: "unset-properties", keys, ifExists };
    }
    case "RECOVER":
      cursor.expectWords("PARTITIONS");
      return { action: "nothing", text: "RECOVER PARTITIONS" };
  }
}

function parseRename(cursor: TokenCursor): AlterTableChange {
  if (cursor.acceptWords("COLUMN")) {
    const path = parseQualifiedName(cursor, "a column's name");
    cursor.expectWords("TO");
    return { action: "rename-column", path, to: parseIdentifier(cursor, "a column's name") };
  }
  cursor.expectWords("TO");
  return { action: "rename", to: parseRelationName(cursor) };
}

function parseAdd(cursor: TokenCursor): AlterTableChange {
  const ifNotExists = acceptIfNotExists(cursor);
  if (cursor.isWord("PARTITION")) {
    const partitions = parsePartitionSpecs(cursor);
    if (cursor.acceptWords("LOCATION")) parseStringLiteral(cursor);
    return { action: "add-partitions", partitions, ifExists: ifNotExists };
  }
  cursor.expectAnyWord("COLUMNS", "COLUMN");
  const isNotExists = ifNotExists || acceptIfNotExists(cursor);
  const isParenthesized = cursor.isSymbol("(");
  const columns = isParenthesized
    ? parseParenthesized(cursor, () => parseAddedColumn(cursor))
    : parseCommaList(cursor, () => parseAddedColumn(cursor));
  return { action: "add-columns", columns, ifNotExists: isNotExists };
}

type AddedColumn = ColumnSpec & {
  readonly path: readonly string[];
  readonly position?: ColumnPosition;
};

function parseAddedColumn(cursor: TokenCursor): AddedColumn {
  const at = cursor.at;
  const path = parseQualifiedName(cursor, "a column's name");
  const type = parseType(cursor);
  const tail = parseColumnTail(cursor);
  const position = parsePosition(cursor);
  const late = parseColumnTail(cursor);
  const merged = late.comment === undefined ? tail : { ...tail, comment: late.comment };
  const name = path.at(-1) ?? "";
  return { name, path, type, at, ...merged, ...(position === undefined ? {} : { position }) };
}

function parsePosition(cursor: TokenCursor): ColumnPosition | undefined {
  if (cursor.acceptWords("FIRST")) return "first";
  return cursor.acceptWords("AFTER")
    ? { after: parseIdentifier(cursor, "a column's name") }
    : undefined;
}

function parseDropPart(cursor: TokenCursor): AlterTableChange {
  const first = acceptIfExists(cursor);
  if (cursor.isWord("PARTITION")) {
    const partitions = parsePartitionSpecs(cursor);
    cursor.acceptWords("PURGE");
    return { action: "drop-partitions", partitions, ifExists: first };
  }
  cursor.expectAnyWord("COLUMNS", "COLUMN");
  const ifExists = first || acceptIfExists(cursor);
  if (!cursor.acceptSymbol("("))
    return { action: "drop-columns", columns: parseColumnPaths(cursor), ifExists };
  const columns = parseColumnPaths(cursor);
  cursor.expectSymbol(")");
  return { action: "drop-columns", columns, ifExists };
}

/** ALTER COLUMN c TYPE t, CHANGE COLUMN c c t COMMENT 'x' */
function parseAlterColumn(cursor: TokenCursor): AlterTableChange {
  cursor.acceptWords("COLUMN");
  const path = parseQualifiedName(cursor, "a column's name");
  if (cursor.acceptWords("DROP", "NOT", "NULL"))
    return { action: "alter-column", path, nullable: true };
  if (cursor.acceptWords("SET", "NOT", "NULL"))
    return { action: "alter-column", path, nullable: false };
  if (cursor.acceptWords("DROP", "DEFAULT"))
    return { action: "alter-column", path, dropDefault: true };
  if (cursor.acceptWords("SET", "DEFAULT")) {
    return { action: "alter-column", path, setDefault: cursor.grammar.parseExpression(cursor) };
  }
  const position = parsePosition(cursor);
  if (position !== undefined) return { action: "alter-column", path, position };
  if (cursor.acceptWords("COMMENT"))
    return { action: "alter-column", path, comment: parseStringLiteral(cursor) };
  if (cursor.acceptWords("TYPE")) return { action: "alter-column", path, type: parseType(cursor) };
  return parseHiveChange(cursor, path);
}

function parseHiveChange(cursor: TokenCursor, path: readonly string[]): AlterTableChange {
  const spec = parseColumnSpec(cursor);
  if (spec.name.toLowerCase() !== path.join(".").toLowerCase()) {
    throw cursor.notSupported("CHANGE COLUMN with another name", spec.at);
  }
  const position = parsePosition(cursor);
  return {
    action: "alter-column",
    path,
    type: spec.type,
    ...(spec.comment === undefined ? {} : { comment: spec.comment }),
    ...(position === undefined ? {} : { position }),
  };
}

function parseColumnsInParentheses(cursor: TokenCursor): ColumnSpec[] {
  return parseParenthesized(cursor, () => parseColumnSpec(cursor));
}

function parseSet(cursor: TokenCursor): AlterTableChange {
  if (cursor.acceptWords("TBLPROPERTIES")) {
    return { action: "set-properties", properties: parseProperties(cursor) };
  }
  if (cursor.acceptWords("LOCATION"))
    return { action: "set-location", location: parseStringLiteral(cursor) };
  const word = cursor.expectAnyWord("SERDE", "SERDEPROPERTIES");
  if (word === "SERDE") parseStringLiteral(cursor);
  if (word === "SERDEPROPERTIES" || cursor.acceptWords("WITH", "SERDEPROPERTIES"))
    parseProperties(cursor);
  return { action: "nothing", text: `SET ${word}` };
}

function parseUnset(cursor: TokenCursor): { keys: string[]; ifExists: boolean } {
  cursor.expectWords("TBLPROPERTIES");
  const ifExists = acceptIfExists(cursor);
  return { keys: parseParenthesized(cursor, () => parsePropertyKey(cursor)), ifExists };
}

function parseAlterView(cursor: TokenCursor): Statement {
  const target: RelationName = parseRelationName(cursor);
  if (cursor.acceptWords("RENAME", "TO")) {
    const to = parseRelationName(cursor);
    return { kind: "command", command: { kind: "alter-view", action: "rename", target, to } };
  }
  if (cursor.acceptWords("SET", "TBLPROPERTIES")) {
    const properties = parseProperties(cursor);
    return {
      kind: "command",
      command: { kind: "alter-view", action: "set-properties", target, properties },
    };
  }
  if (cursor.acceptWords("UNSET")) {
    const unset = parseUnset(cursor);
    return {
      kind: "command",
      command: { kind: "alter-view", action: "unset-properties", target, ...unset },
    };
  }
  cursor.expectWords("AS");
  const start = cursor.at;
  const query = cursor.grammar.parseQuery(cursor);
  return {
    kind: "alter-view-as",
    target,
    query,
    sparkSql: cursor.text.slice(start, cursor.endOfPrevious),
  };
}

function parseAlterSchema(cursor: TokenCursor): Statement {
  const schema = parseSchemaName(cursor);
  cursor.expectWords("SET");
  if (cursor.acceptWords("LOCATION")) {
    const location = parseStringLiteral(cursor);
    return { kind: "command", command: { kind: "alter-schema", schema, location } };
  }
  cursor.expectAnyWord("DBPROPERTIES", "PROPERTIES");
  const properties = parseProperties(cursor);
  return { kind: "command", command: { kind: "alter-schema", schema, properties } };
}
