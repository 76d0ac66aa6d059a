import type { Expression, IntervalPart } from "../tree/expression.ts";
import type { TokenCursor } from "./token-cursor.ts";

const UNITS: ReadonlySet<string> = new Set([
  "YEAR",
  "QUARTER",
  "MONTH",
  "WEEK",
  "DAY",
  "HOUR",
  "MINUTE",
  "SECOND",
  "MILLISECOND",
  "MICROSECOND",
  "NANOSECOND",
]);

/** True when INTERVAL starts a literal, and is not a column's name. */
export function isIntervalAhead(cursor: TokenCursor): boolean {
  const ahead = isSign(cursor, 1) ? 2 : 1;
  const kind = cursor.peek(ahead).kind;
  return kind === "string" || (kind === "number" && unitAt(cursor, ahead + 1) !== undefined);
}

/** `INTERVAL '1 day'`, `INTERVAL 1 DAY 2 HOURS`, `INTERVAL '1-2' YEAR TO MONTH` */
export function parseInterval(cursor: TokenCursor): Expression {
  const at = cursor.next().at;
  if (cursor.peek().kind === "string" && unitAt(cursor, 1) === undefined) {
    return { kind: "interval", form: "text", text: cursor.next().text, at };
  }
  const parts: IntervalPart[] = [];
  while (isValueAhead(cursor)) {
    const value = signed(readSign(cursor), cursor.next().text.trim());
    const unit = unitAt(cursor, 0);
    if (unit === undefined) throw cursor.unexpected("an interval unit");
    cursor.next();
    if (parts.length === 0 && cursor.acceptWords("TO")) {
      const to = unitAt(cursor, 0);
      if (to === undefined) throw cursor.unexpected("an interval unit");
      cursor.next();
      return { kind: "interval", form: "range", text: value, from: unit, to, at };
    }
    parts.push({ value, unit });
  }
  return { kind: "interval", form: "units", parts, at };
}

function isValueAhead(cursor: TokenCursor): boolean {
  const ahead = isSign(cursor, 0) ? 1 : 0;
  const kind = cursor.peek(ahead).kind;
  return (kind === "string" || kind === "number") && unitAt(cursor, ahead + 1) !== undefined;
}

function isSign(cursor: TokenCursor, ahead: number): boolean {
  return cursor.isSymbol("-", ahead) || cursor.isSymbol("+", ahead);
}

/** `-'-1'` is 1. */
function signed(sign: string, text: string): string {
  if (sign === "" || !/^[+-]/.test(text)) return `${sign}${text}`;
  return text.startsWith("-") ? text.slice(1).trim() : `-${text.slice(1).trim()}`;
}

function readSign(cursor: TokenCursor): string {
  if (cursor.acceptSymbol("+")) return "";
  return cursor.acceptSymbol("-") ? "-" : "";
}

/** The unit's singular in lower case, where the token is one. */
function unitAt(cursor: TokenCursor, ahead: number): string | undefined {
  const token = cursor.peek(ahead);
  if (token.kind !== "word") return undefined;
  const singular = token.upper.replace(/S$/, "");
  return UNITS.has(singular) ? singular.toLowerCase() : undefined;
}
