import { openCursor } from "./parser/grammar.ts";
import { parseWith } from "./parser/parse-query.ts";
import { parseAlter } from "./parser/statements/parse-alter.ts";
import { parseCreate } from "./parser/statements/parse-create.ts";
import { parseDescribe } from "./parser/statements/parse-describe.ts";
import { parseDelete, parseMerge, parseUpdate } from "./parser/statements/parse-dml.ts";
import { parseDrop } from "./parser/statements/parse-drop.ts";
import { parseInsert } from "./parser/statements/parse-insert.ts";
import {
  parseComment,
  parseExplain,
  parseNoOp,
  parseTruncate,
  parseUse,
} from "./parser/statements/parse-maintenance.ts";
import { parseSetOrReset } from "./parser/statements/parse-session.ts";
import { parseShow } from "./parser/statements/parse-show.ts";
import type { TokenCursor } from "./parser/token-cursor.ts";
import { isQueryAhead } from "./parser/query-ahead.ts";
import type { Statement } from "./tree/statement.ts";

/**
 * The tree of one Spark SQL statement (a closing `;` is allowed). Throws SQL_SYNTAX, SQL_UNCLOSED or
 * NOT_SUPPORTED, each with the place in `sparkSql`.
 */
export function parseStatement(sparkSql: string): Statement {
  const setting = parseSetOrReset(sparkSql);
  if (setting !== undefined) return setting;
  const cursor = openCursor(sparkSql);
  const statement = parseAny(cursor);
  while (cursor.acceptSymbol(";"));
  if (!cursor.isAtEnd()) throw cursor.unexpected("the end of the statement");
  return statement;
}

const STARTS: Readonly<Record<string, (cursor: TokenCursor) => Statement>> = {
  CREATE: parseCreate,
  REPLACE: parseCreate,
  DROP: parseDrop,
  INSERT: (cursor) => parseInsert(cursor, []),
  MERGE: parseMerge,
  UPDATE: parseUpdate,
  DELETE: parseDelete,
  ALTER: parseAlter,
  SHOW: parseShow,
  DESCRIBE: parseDescribe,
  DESC: parseDescribe,
  USE: parseUse,
  COMMENT: parseComment,
  TRUNCATE: parseTruncate,
  EXPLAIN: parseExplain,
  WITH: parseWithStatement,
};

function parseAny(cursor: TokenCursor): Statement {
  const first = cursor.peek();
  const start = first.kind === "word" ? STARTS[first.upper] : undefined;
  if (start !== undefined) return start(cursor);
  const noOp = parseNoOp(cursor);
  if (noOp !== undefined) return noOp;
  if (!isQueryAhead(cursor)) throw cursor.unexpected("a statement");
  return { kind: "query", query: cursor.grammar.parseQuery(cursor) };
}

/** WITH stands before a query, or before INSERT. */
function parseWithStatement(cursor: TokenCursor): Statement {
  const mark = cursor.mark();
  const { ctes } = parseWith(cursor);
  if (cursor.isWord("INSERT")) return parseInsert(cursor, ctes);
  cursor.rewind(mark);
  return { kind: "query", query: cursor.grammar.parseQuery(cursor) };
}
