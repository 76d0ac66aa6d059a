import type { CallExpression, Expression } from "../tree/expression.ts";
import { parseCall, parseCallTail } from "./parse-call.ts";
import { parseCommaList, parseIdentifier } from "./parse-name.ts";
import { parseType } from "./parse-type.ts";
import type { TokenCursor } from "./token-cursor.ts";

type ParseSpecial = (cursor: TokenCursor, name: string, at: number) => Expression;

/** Functions whose argument lists have words of their own. All become casts or plain calls. */
const SPECIAL: Readonly<Record<string, ParseSpecial>> = {
  CAST: parseCast,
  TRY_CAST: parseCast,
  EXISTS: parseExists,
  EXTRACT: parseExtract,
  POSITION: parsePosition,
  TRIM: parseTrim,
  OVERLAY: parseOverlay,
  SUBSTRING: parseSubstring,
  SUBSTR: parseSubstring,
  TIMESTAMPADD: parseUnitCall,
  DATEADD: parseUnitCall,
  DATE_ADD: parseUnitCall,
  TIMESTAMPDIFF: parseUnitCall,
  TIMEDIFF: parseUnitCall,
  DATEDIFF: parseUnitCall,
  DATE_DIFF: parseUnitCall,
};

export function isSpecialCallAhead(upper: string): boolean {
  return Object.hasOwn(SPECIAL, upper);
}

/** The next tokens are the name and `(`. */
export function parseSpecialCall(cursor: TokenCursor, upper: string): Expression {
  const parse = SPECIAL[upper];
  const at = cursor.at;
  const name = parseIdentifier(cursor).toLowerCase();
  if (parse === undefined) return parseCall(cursor, [name], at);
  return parse(cursor, name, at);
}

function call(
  name: string,
  args: readonly Expression[],
  at: number,
): CallExpression & { readonly at: number } {
  return { kind: "call", name: [name], args, distinct: false, at };
}

function parseCast(cursor: TokenCursor, name: string, at: number): Expression {
  cursor.expectSymbol("(");
  const operand = cursor.grammar.parseExpression(cursor);
  cursor.expectWords("AS");
  const type = parseType(cursor);
  cursor.expectSymbol(")");
  return { kind: "cast", operand, type, isTry: name === "try_cast", at };
}

/** `EXISTS (query)`, or the higher-order function `exists(array, lambda)`. */
function parseExists(cursor: TokenCursor, name: string, at: number): Expression {
  const isQuery = ["SELECT", "WITH", "FROM", "VALUES", "TABLE"].some((word) =>
    cursor.isWord(word, 1),
  );
  if (!isQuery && !(cursor.isSymbol("(", 1) && cursor.isWord("SELECT", 2)))
    return parseCall(cursor, [name], at);
  cursor.expectSymbol("(");
  const query = cursor.grammar.parseQuery(cursor);
  cursor.expectSymbol(")");
  return { kind: "exists", query, not: false, at };
}

function parseExtract(cursor: TokenCursor, name: string, at: number): Expression {
  cursor.expectSymbol("(");
  const fieldAt = cursor.at;
  const field: Expression = {
    kind: "string",
    value: parseIdentifier(cursor, "a field"),
    at: fieldAt,
  };
  cursor.expectWords("FROM");
  const source = cursor.grammar.parseExpression(cursor);
  cursor.expectSymbol(")");
  return call(name, [field, source], at);
}

/** `POSITION(a IN b)` or `position(a, b)` */
function parsePosition(cursor: TokenCursor, name: string, at: number): Expression {
  const mark = cursor.mark();
  cursor.expectSymbol("(");
  if (cursor.isSymbol(")")) {
    cursor.rewind(mark);
    return parseCall(cursor, [name], at);
  }
  const needle = cursor.grammar.parseValue(cursor);
  if (!cursor.acceptWords("IN")) {
    cursor.rewind(mark);
    return parseCall(cursor, [name], at);
  }
  const haystack = cursor.grammar.parseExpression(cursor);
  cursor.expectSymbol(")");
  return call(name, [needle, haystack], at);
}

/** `TRIM([BOTH|LEADING|TRAILING] [characters] FROM text)` or `trim(text)` */
function parseTrim(cursor: TokenCursor, name: string, at: number): Expression {
  const mark = cursor.mark();
  cursor.expectSymbol("(");
  const side = acceptTrimSide(cursor);
  const hasCharacters = !cursor.isWord("FROM");
  const characters =
    hasCharacters && !cursor.isSymbol(")") ? cursor.grammar.parseExpression(cursor) : undefined;
  if (!cursor.acceptWords("FROM")) {
    cursor.rewind(mark);
    return parseCall(cursor, [name], at);
  }
  const text = cursor.grammar.parseExpression(cursor);
  cursor.expectSymbol(")");
  const trim = side === "LEADING" ? "ltrim" : side === "TRAILING" ? "rtrim" : "trim";
  const args = characters === undefined ? [text] : [characters, text];
  return call(characters === undefined ? trim : `${trim}_from`, args, at);
}

function acceptTrimSide(cursor: TokenCursor): "BOTH" | "LEADING" | "TRAILING" | undefined {
  const next = cursor.peek(1);
  const isColumn = next.text === ")" || next.text === "," || next.text === ".";
  return isColumn ? undefined : cursor.acceptAnyWord("BOTH", "LEADING", "TRAILING");
}

/** `OVERLAY(a PLACING b FROM 2 FOR 3)` or `overlay(a, b, 2, 3)` */
function parseOverlay(cursor: TokenCursor, name: string, at: number): Expression {
  return parseWordSeparated(cursor, { name, at, words: ["PLACING", "FROM", "FOR"], required: 2 });
}

/** `SUBSTRING(a FROM 2 FOR 3)` or `substring(a, 2, 3)` */
function parseSubstring(cursor: TokenCursor, name: string, at: number): Expression {
  return parseWordSeparated(cursor, { name, at, words: ["FROM", "FOR"], required: 1 });
}

interface WordSeparated {
  readonly name: string;
  readonly at: number;
  readonly words: readonly string[];
  readonly required: number;
}

function parseWordSeparated(cursor: TokenCursor, shape: WordSeparated): Expression {
  const mark = cursor.mark();
  cursor.expectSymbol("(");
  const args = cursor.isSymbol(")") ? [] : [cursor.grammar.parseValue(cursor)];
  for (const [index, word] of shape.words.entries()) {
    if (cursor.acceptWords(word)) args.push(cursor.grammar.parseValue(cursor));
    else if (index < shape.required) {
      cursor.rewind(mark);
      return parseCall(cursor, [shape.name], shape.at);
    }
  }
  cursor.expectSymbol(")");
  return call(shape.name, args, shape.at);
}

/** `DATEADD(DAY, 1, d)`: the unit becomes a string argument. */
function parseUnitCall(cursor: TokenCursor, name: string, at: number): Expression {
  const unit = cursor.peek(1);
  const hasUnit =
    unit.kind === "word" &&
    cursor.isSymbol(",", 2) &&
    UNITS.has(unit.upper) &&
    isThreeArguments(cursor);
  if (!hasUnit) return parseCall(cursor, [name], at);
  cursor.expectSymbol("(");
  const unitAt = cursor.next().at;
  cursor.expectSymbol(",");
  const rest = parseCommaList(cursor, () => cursor.grammar.parseExpression(cursor));
  cursor.expectSymbol(")");
  const first: Expression = { kind: "string", value: unit.upper, at: unitAt };
  return parseCallTail(cursor, call(unitCallName(name), [first, ...rest], at));
}

function unitCallName(name: string): string {
  return name.includes("diff") ? "timestampdiff" : "timestampadd";
}

const UNITS: ReadonlySet<string> = new Set(
  "YEAR QUARTER MONTH WEEK DAY DAYOFYEAR HOUR MINUTE SECOND MILLISECOND MICROSECOND".split(" "),
);

/** A column may be called `day`: with two arguments it is `date_add(day, 1)`. */
function isThreeArguments(cursor: TokenCursor): boolean {
  let depth = 0;
  let commas = 0;
  for (let ahead = 0; cursor.peek(ahead).kind !== "end"; ahead += 1) {
    const { kind, text } = cursor.peek(ahead);
    if (kind !== "symbol") continue;
    if (text === "(" || text === "[") depth += 1;
    if (text === ")" || text === "]") depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && text === ",") commas += 1;
  }
  return commas === 2;
}
