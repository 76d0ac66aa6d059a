import { EngineError } from "../../errors/engine-error.ts";
import type { JoinType, RelationNode, Sample, TableAlias } from "../tree/query.ts";
import { parseArgument } from "./parse-call.ts";
import { parseInlineTable, parseTableAlias } from "./parse-inline-table.ts";
import {
  parseCommaList,
  parseIdentifierList,
  parseInteger,
  parseQualifiedName,
} from "./parse-name.ts";
import { parsePivotOrUnpivot } from "./parse-pivot.ts";
import { isQueryAhead } from "./query-ahead.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** One item of a FROM list, with its joins and pivots. */
export function parseRelation(cursor: TokenCursor): RelationNode {
  let left = parsePrimaryRelation(cursor, cursor.acceptWords("LATERAL"));
  for (;;) {
    const next = parseJoin(cursor, left) ?? parsePivotOrUnpivot(cursor, left);
    if (next === undefined) return left;
    left = next;
  }
}

function parseJoin(cursor: TokenCursor, left: RelationNode): RelationNode | undefined {
  const at = cursor.at;
  const mark = cursor.mark();
  const natural = cursor.acceptWords("NATURAL");
  const type = parseJoinType(cursor);
  if (type === undefined || !cursor.acceptWords("JOIN")) {
    cursor.rewind(mark);
    return undefined;
  }
  const right = parsePrimaryRelation(cursor, cursor.acceptWords("LATERAL"));
  const base = { kind: "join", type, natural, left, right, at } as const;
  if (natural) return base;
  if (cursor.acceptWords("ON")) return { ...base, on: cursor.grammar.parseExpression(cursor) };
  if (cursor.acceptWords("USING")) return { ...base, using: parseIdentifierList(cursor) };
  return base;
}

function parseJoinType(cursor: TokenCursor): JoinType | undefined {
  if (cursor.isWord("JOIN")) return "inner";
  const word = cursor.acceptAnyWord("INNER", "CROSS", "LEFT", "RIGHT", "FULL", "SEMI", "ANTI");
  switch (word) {
    case undefined:
      return undefined;
    case "LEFT": {
      const half = cursor.acceptAnyWord("OUTER", "SEMI", "ANTI");
      return half === "SEMI" ? "semi" : half === "ANTI" ? "anti" : "left";
    }
    case "RIGHT":
    case "FULL":
      cursor.acceptWords("OUTER");
      return word === "RIGHT" ? "right" : "full";
    case "INNER":
      return "inner";
    case "CROSS":
      return "cross";
    case "SEMI":
      return "semi";
    case "ANTI":
      return "anti";
  }
}

function parsePrimaryRelation(cursor: TokenCursor, lateral: boolean): RelationNode {
  if (cursor.isSymbol("(")) return parseParenthesizedRelation(cursor, lateral);
  if (cursor.isWord("VALUES") && isQueryAhead(cursor)) {
    return { kind: "inline", table: parseInlineTable(cursor), at: cursor.at };
  }
  return parseNamedRelation(cursor, lateral);
}

function parseNamedRelation(cursor: TokenCursor, lateral: boolean): RelationNode {
  const at = cursor.at;
  const name = parseQualifiedName(cursor, "a table's name");
  if (cursor.isSymbol("(")) {
    cursor.expectSymbol("(");
    const isEmpty = cursor.isSymbol(")");
    const args = isEmpty ? [] : parseCommaList(cursor, () => parseArgument(cursor));
    cursor.expectSymbol(")");
    const alias = parseTableAlias(cursor);
    return { kind: "table-function", name, args, lateral, at, ...optionalAlias(alias) };
  }
  const timeTravel = parseTimeTravel(cursor);
  const sample = parseSample(cursor);
  const alias = parseTableAlias(cursor);
  return {
    kind: "table",
    name,
    at,
    ...optionalAlias(alias),
    ...(sample === undefined ? {} : { sample }),
    ...(timeTravel === undefined ? {} : { timeTravel }),
  };
}

function optionalAlias(alias: TableAlias | undefined): { alias?: TableAlias } {
  return alias === undefined ? {} : { alias };
}

/** `(query) t` or `(a JOIN b) t` */
function parseParenthesizedRelation(cursor: TokenCursor, lateral: boolean): RelationNode {
  const at = cursor.at;
  const query = isQueryAhead(cursor, 1) ? parseSubquery(cursor, lateral) : undefined;
  if (query !== undefined) return query;
  cursor.expectSymbol("(");
  const relation = parseRelation(cursor);
  cursor.expectSymbol(")");
  const sample = parseSample(cursor);
  const alias = parseTableAlias(cursor);
  return {
    kind: "group",
    relation,
    at,
    ...optionalAlias(alias),
    ...(sample === undefined ? {} : { sample }),
  };
}

/** `((select 1) a JOIN b)` starts like a query but is a relation: then undefined, nothing is taken. */
function parseSubquery(cursor: TokenCursor, lateral: boolean): RelationNode | undefined {
  const at = cursor.at;
  const mark = cursor.mark();
  const mayBeRelation = cursor.isSymbol("(", 1) || cursor.isWord("VALUES", 1);
  try {
    cursor.expectSymbol("(");
    const query = cursor.grammar.parseQuery(cursor);
    cursor.expectSymbol(")");
    const sample = parseSample(cursor);
    const alias = parseTableAlias(cursor);
    const base = { kind: "subquery", query, lateral, at, ...optionalAlias(alias) } as const;
    return sample === undefined ? base : { ...base, sample };
  } catch (error) {
    if (!mayBeRelation || !(error instanceof EngineError)) throw error;
    cursor.rewind(mark);
    return undefined;
  }
}

function parseTimeTravel(
  cursor: TokenCursor,
): Extract<RelationNode, { kind: "table" }>["timeTravel"] | undefined {
  const ahead = cursor.isWord("FOR") ? 1 : 0;
  const isVersion = cursor.isWord("VERSION", ahead) || cursor.isWord("SYSTEM_VERSION", ahead);
  const isTime = cursor.isWord("TIMESTAMP", ahead) || cursor.isWord("SYSTEM_TIME", ahead);
  const isTravel =
    (isVersion || isTime) && cursor.isWord("AS", ahead + 1) && cursor.isWord("OF", ahead + 2);
  if (!isTravel) return undefined;
  for (let taken = 0; taken < ahead + 3; taken += 1) cursor.next();
  return { kind: isVersion ? "version" : "timestamp", value: cursor.grammar.parseValue(cursor) };
}

function parseSample(cursor: TokenCursor): Sample | undefined {
  if (!cursor.acceptWords("TABLESAMPLE")) return undefined;
  cursor.expectSymbol("(");
  const size = parseSampleSize(cursor);
  cursor.expectSymbol(")");
  if (!cursor.acceptWords("REPEATABLE")) return size;
  cursor.expectSymbol("(");
  const seed = parseInteger(cursor, "a seed");
  cursor.expectSymbol(")");
  return { ...size, seed };
}

function parseSampleSize(cursor: TokenCursor): Sample {
  if (cursor.acceptWords("BUCKET")) {
    const numerator = parseInteger(cursor);
    cursor.expectWords("OUT", "OF");
    const denominator = parseInteger(cursor);
    if (cursor.isWord("ON")) throw cursor.notSupported("TABLESAMPLE (BUCKET ... ON ...)");
    return { kind: "bucket", numerator, denominator };
  }
  const negative = cursor.acceptSymbol("-") ? "-" : "";
  const token = cursor.next();
  if (token.kind !== "number") throw cursor.unexpected("a sample size");
  if (cursor.acceptWords("PERCENT")) return { kind: "percent", value: negative + token.text };
  cursor.expectWords("ROWS");
  return { kind: "rows", value: negative + token.text };
}
