import { sparkError } from "../../../../errors/adapter-errors.ts";
import type { EngineError } from "../../../../errors/engine-error.ts";
import type { DatePattern, PatternItem } from "./date-pattern.ts";

const known = new Map<string, DatePattern>();

/** Reads a Java date pattern as Spark 3 takes it: letters it refuses are errors. */
export function readDatePattern(source: string): DatePattern {
  const cached = known.get(source);
  if (cached !== undefined) return cached;
  const reader: Reader = { source, at: 0 };
  const pattern = { source, items: readItems(reader, false) };
  if (known.size < 1000) known.set(source, pattern);
  return pattern;
}

interface Reader {
  readonly source: string;
  at: number;
}

function readItems(reader: Reader, isOptional: boolean): readonly PatternItem[] {
  const items: PatternItem[] = [];
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at] ?? "";
    if (char === "]") {
      if (!isOptional) throw invalidPattern(reader.source);
      reader.at++;
      return items;
    }
    items.push(readItem(reader, char));
  }
  if (isOptional) return items;
  return items;
}

function readItem(reader: Reader, char: string): PatternItem {
  if (char === "[") {
    reader.at++;
    return { kind: "optional", items: readItems(reader, true) };
  }
  if (char === "'") return readQuoted(reader);
  if (/[A-Za-z]/.test(char)) return readField(reader, char);
  if (char === "{" || char === "}" || char === "#") throw invalidPattern(reader.source);
  reader.at++;
  return { kind: "literal", text: char };
}

function readQuoted(reader: Reader): PatternItem {
  let text = "";
  for (let at = reader.at + 1; at < reader.source.length; at++) {
    if (reader.source[at] !== "'") {
      text += reader.source[at] ?? "";
      continue;
    }
    if (reader.source[at + 1] === "'") {
      text += "'";
      at++;
      continue;
    }
    reader.at = at + 1;
    return { kind: "literal", text: text === "" ? "'" : text };
  }
  throw invalidPattern(reader.source);
}

function readField(reader: Reader, letter: string): PatternItem {
  let count = 1;
  while (reader.source[reader.at + count] === letter) count++;
  reader.at += count;
  checkField(letter, count, reader.source);
  return { kind: "field", letter, count };
}

/** The most letters in a row that Java and Spark accept; exactly 2 for `V`. */
const MOST: Readonly<Record<string, number>> = {
  G: 4,
  y: 6,
  u: 10,
  D: 3,
  M: 4,
  L: 4,
  d: 2,
  Q: 4,
  q: 4,
  E: 4,
  F: 1,
  a: 1,
  h: 2,
  k: 2,
  K: 2,
  H: 2,
  m: 2,
  s: 2,
  S: 9,
  V: 2,
  z: 4,
  O: 4,
  Z: 5,
  X: 5,
  x: 5,
};
/** Week-based fields, which Spark 3 refuses: their meaning changed since Spark 2. */
const WEEK_BASED = "YWwecu";

function checkField(letter: string, count: number, source: string): void {
  const most = MOST[letter];
  if (WEEK_BASED.includes(letter)) {
    throw sparkError(
      "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN",
      `Spark >= 3.0: all week-based patterns are unsupported since Spark 3.0, detected week-based character: ${letter}. Use the SQL function EXTRACT instead.`,
    );
  }
  if (most === undefined) throw illegalLetter(letter, source);
  const isShort = letter === "V" ? count !== 2 : letter === "O" && count !== 1 && count !== 4;
  if (count > most || isShort) throw tooManyLetters(letter.repeat(count), source);
}

function illegalLetter(letter: string, source: string): EngineError {
  return sparkError(
    "INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER",
    `Unrecognized datetime pattern: ${source}. Illegal pattern character found in datetime pattern: ${letter}. Provide a legal character.`,
  );
}

function tooManyLetters(letters: string, source: string): EngineError {
  return sparkError(
    "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION",
    `Spark >= 3.0: Fail to recognize '${source}' pattern in the DateTimeFormatter ("${letters}").`,
  );
}

function invalidPattern(source: string): EngineError {
  return sparkError(
    "INVALID_DATETIME_PATTERN",
    `Unrecognized datetime pattern: ${source}. Check the pattern's quotes and brackets.`,
  );
}
