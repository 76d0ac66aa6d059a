import type { PartitionTransform, TableOptions } from "../../table-translation.ts";
import type { ColumnSpec } from "../../tree/statement.ts";
import {
  parseCommaList,
  parseIdentifier,
  parseIdentifierList,
  parseInteger,
  parseParenthesized,
  parseQualifiedName,
  parseStringLiteral,
} from "../parse-name.ts";
import { parseType } from "../parse-type.ts";
import type { TokenCursor } from "../token-cursor.ts";
import { parseColumnTail, parseProperties } from "./parse-parts.ts";

export interface ParsedTableOptions extends TableOptions {
  /** `PARTITIONED BY (p int)` declares columns (Hive's way). */
  readonly partitionColumns: readonly ColumnSpec[];
}

type Mutable = { -readonly [K in keyof ParsedTableOptions]: ParsedTableOptions[K] };

/** The clauses behind a table's columns, in any order. */
export function parseTableOptions(cursor: TokenCursor): ParsedTableOptions {
  const found: Mutable = { partitionedBy: [], options: {}, properties: {}, partitionColumns: [] };
  while (parseClause(cursor, found));
  return found;
}

function parseClause(cursor: TokenCursor, found: Mutable): boolean {
  if (cursor.acceptWords("USING"))
    found.provider = parseQualifiedName(cursor).join(".").toLowerCase();
  else if (cursor.acceptWords("OPTIONS")) found.options = parseProperties(cursor);
  else if (cursor.acceptWords("TBLPROPERTIES")) found.properties = parseProperties(cursor);
  else if (cursor.acceptWords("LOCATION")) found.location = parseStringLiteral(cursor);
  else if (cursor.acceptWords("COMMENT")) found.comment = parseStringLiteral(cursor);
  else if (cursor.acceptWords("PARTITIONED", "BY")) parsePartitionedBy(cursor, found);
  else if (cursor.acceptWords("CLUSTERED", "BY")) found.clusteredBy = parseClusteredBy(cursor);
  else if (cursor.acceptWords("STORED", "AS")) parseStoredAs(cursor, found);
  else if (cursor.acceptWords("ROW", "FORMAT")) parseRowFormat(cursor);
  else return rejectClause(cursor);
  return true;
}

function rejectClause(cursor: TokenCursor): false {
  for (const word of ["SKEWED", "CLUSTER"]) {
    if (cursor.isWord(word)) throw cursor.notSupported(`${word} BY in CREATE TABLE`);
  }
  return false;
}

function parsePartitionedBy(cursor: TokenCursor, found: Mutable): void {
  const columns: ColumnSpec[] = [];
  found.partitionedBy = parseParenthesized(cursor, () => {
    const at = cursor.at;
    const name = parseIdentifier(cursor, "a partition column");
    if (cursor.isSymbol("(")) return parseTransform(cursor, name, at);
    const isTyped = !cursor.isSymbol(",") && !cursor.isSymbol(")") && !cursor.isSymbol(".");
    if (isTyped) columns.push({ name, at, type: parseType(cursor), ...parseColumnTail(cursor) });
    return { name: "identity", column: name, text: name };
  });
  found.partitionColumns = columns;
}

function parseTransform(cursor: TokenCursor, name: string, at: number): PartitionTransform {
  const args = parseParenthesized(cursor, () =>
    cursor.peek().kind === "word" || cursor.peek().kind === "quoted"
      ? { column: parseQualifiedName(cursor).join(".") }
      : { value: parseInteger(cursor) },
  );
  const column = args.flatMap((arg) => (arg.column === undefined ? [] : [arg.column]))[0];
  if (column === undefined) throw cursor.unexpected("a column in the partition transform");
  return { name: name.toLowerCase(), column, text: cursor.text.slice(at, cursor.endOfPrevious) };
}

function parseClusteredBy(cursor: TokenCursor): NonNullable<TableOptions["clusteredBy"]> {
  const columns = parseIdentifierList(cursor);
  const sortedBy = cursor.acceptWords("SORTED", "BY")
    ? parseParenthesized(cursor, () => {
        const column = parseIdentifier(cursor);
        cursor.acceptAnyWord("ASC", "DESC");
        return column;
      })
    : [];
  cursor.expectWords("INTO");
  const buckets = Number(parseInteger(cursor));
  cursor.expectWords("BUCKETS");
  return { columns, sortedBy, buckets };
}

function parseStoredAs(cursor: TokenCursor, found: Mutable): void {
  if (!cursor.acceptWords("INPUTFORMAT")) {
    found.provider = parseIdentifier(cursor, "a file format").toLowerCase();
    return;
  }
  parseStringLiteral(cursor);
  cursor.expectWords("OUTPUTFORMAT");
  parseStringLiteral(cursor);
  found.provider = "hive";
}

/** Read and left out: a local table has no files in a row format. */
function parseRowFormat(cursor: TokenCursor): void {
  if (cursor.acceptWords("SERDE")) {
    parseStringLiteral(cursor);
    if (cursor.acceptWords("WITH", "SERDEPROPERTIES")) parseProperties(cursor);
    return;
  }
  cursor.expectWords("DELIMITED");
  const clauses = [
    ["FIELDS", "TERMINATED", "BY"],
    ["ESCAPED", "BY"],
    ["COLLECTION", "ITEMS", "TERMINATED", "BY"],
    ["MAP", "KEYS", "TERMINATED", "BY"],
    ["LINES", "TERMINATED", "BY"],
    ["NULL", "DEFINED", "AS"],
  ] as const;
  for (const words of clauses) if (cursor.acceptWords(...words)) parseStringLiteral(cursor);
}

/** `(a COMMENT 'x', b)`: a view's column list. */
export function parseViewColumnList(cursor: TokenCursor): { name: string; comment?: string }[] {
  cursor.expectSymbol("(");
  const columns = parseCommaList(cursor, () => {
    const name = parseIdentifier(cursor, "a column's name");
    return cursor.acceptWords("COMMENT") ? { name, comment: parseStringLiteral(cursor) } : { name };
  });
  cursor.expectSymbol(")");
  return columns;
}
