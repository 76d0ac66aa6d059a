import { zoneOffset } from "../../values/time-zone.ts";
import type { PatternItem } from "./date-pattern.ts";
import { MONTHS, shortName, WEEKDAYS } from "../../../../util/date-names.ts";
import { AM_PM, QUARTERS } from "./name-tables.ts";

/** What a text says, field by field, before it is checked. */
export interface Fields {
  year?: number;
  era?: number;
  quarter?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  weekday?: number;
  hour?: number;
  clockHour?: number;
  halfHour?: number;
  halfClockHour?: number;
  amPm?: number;
  minute?: number;
  second?: number;
  micros?: number;
  offset?: number;
  zone?: string;
}

/** Reads the whole text by the pattern; undefined where it does not fit. */
export function matchItems(items: readonly PatternItem[], text: string): Fields | undefined {
  const matcher: Matcher = { text, fields: {} };
  return matchFrom(items, matcher, 0) === text.length ? matcher.fields : undefined;
}

interface Matcher {
  readonly text: string;
  fields: Fields;
}

/** The position after the items, or -1. */
function matchFrom(items: readonly PatternItem[], matcher: Matcher, start: number): number {
  let at = start;
  for (const [index, item] of items.entries()) {
    at = matchItem(item, { matcher, at, rest: items.slice(index + 1) });
    if (at < 0) return -1;
  }
  return at;
}

interface Step {
  readonly matcher: Matcher;
  readonly at: number;
  readonly rest: readonly PatternItem[];
}

function matchItem(item: PatternItem, step: Step): number {
  const { matcher, at } = step;
  switch (item.kind) {
    case "literal": {
      const found = matcher.text.slice(at, at + item.text.length);
      return found.toLowerCase() === item.text.toLowerCase() ? at + item.text.length : -1;
    }
    case "optional": {
      const before = { ...matcher.fields };
      const after = matchFrom(item.items, matcher, at);
      if (after >= 0) return after;
      matcher.fields = before;
      return at;
    }
    case "field":
      return matchField(item, step);
  }
}

type FieldItem = PatternItem & { readonly kind: "field" };

const NUMBERS: Readonly<Record<string, keyof Fields>> = {
  d: "day",
  D: "dayOfYear",
  H: "hour",
  k: "clockHour",
  K: "halfHour",
  h: "halfClockHour",
  m: "minute",
  s: "second",
};

function matchField(item: FieldItem, step: Step): number {
  const { letter, count } = item;
  const field = NUMBERS[letter];
  if (field !== undefined) return matchNumber(item, step, field);
  if (letter === "M" || letter === "L") return matchNamed(item, step, "month");
  if (letter === "Q" || letter === "q") return matchNamed(item, step, "quarter");
  const text = TEXTS[letter];
  return text === undefined ? matchZone(letter, count, step) : text(item, step);
}

const TEXTS: Readonly<Record<string, (item: FieldItem, step: Step) => number>> = {
  y: matchYear,
  E: ({ count }, step) => matchName(step, "weekday", namesOf(WEEKDAYS, count < 4 ? 3 : 4), 1),
  G: ({ count }, step) =>
    matchName(step, "era", count === 4 ? ["Before Christ", "Anno Domini"] : ["BC", "AD"], 0),
  a: (_, step) => matchName(step, "amPm", AM_PM, 0),
  S: ({ count }, step) => matchFraction(count, step),
  F: (_, { matcher, at }) => (/^\d/.test(matcher.text.slice(at)) ? at + 1 : -1),
};

/** One or two letters are a number, more are a name. */
function matchNamed(item: FieldItem, step: Step, field: "month" | "quarter"): number {
  if (item.count < 3) return matchNumber(item, step, field);
  const names = field === "month" ? namesOf(MONTHS, item.count) : quarterNames(item.count);
  return matchName(step, field, names, 1);
}

function namesOf(names: readonly string[], count: number): readonly string[] {
  return count === 3 ? names.map(shortName) : names;
}

function quarterNames(count: number): readonly string[] {
  return count === 3 ? ["Q1", "Q2", "Q3", "Q4"] : QUARTERS;
}

function matchName(
  { matcher, at }: Step,
  field: "month" | "quarter" | "weekday" | "era" | "amPm",
  names: readonly string[],
  base: number,
): number {
  const rest = matcher.text.slice(at).toLowerCase();
  const found = names.findIndex((name) => rest.startsWith(name.toLowerCase()));
  if (found < 0) return -1;
  matcher.fields[field] = found + base;
  return at + (names[found]?.length ?? 0);
}

/** One letter takes any number of digits, more letters exactly so many. */
function matchNumber(item: FieldItem, step: Step, field: keyof Fields): number {
  const { matcher, at } = step;
  const most =
    item.count === 1 || item.letter === "D"
      ? openWidth(step, item.letter === "D" ? 3 : 19)
      : item.count;
  const digits = leadingDigits(matcher.text, at, most);
  if (digits.length < item.count) return -1;
  Object.assign(matcher.fields, { [field]: Number(digits) });
  return at + digits.length;
}

/** Digits left over once the fixed-width fields right behind have theirs. */
function openWidth({ matcher, at, rest }: Step, most: number): number {
  let reserved = 0;
  for (const item of rest) {
    if (item.kind !== "field" || !/[dDHkKhmsMLQqS]/.test(item.letter) || item.count < 2) break;
    if (/[MLQq]/.test(item.letter) && item.count > 2) break;
    reserved += item.count;
  }
  if (reserved === 0) return most;
  const run = leadingDigits(matcher.text, at, 40).length;
  return Math.max(1, Math.min(most, run - reserved));
}

function leadingDigits(text: string, at: number, most: number): string {
  let end = at;
  while (end < text.length && end - at < most && isDigit(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `yy` is 2000 to 2099; `yyyy` takes more digits only behind a plus sign. */
function matchYear(item: FieldItem, step: Step): number {
  const { matcher, at } = step;
  const { count } = item;
  if (count === 2) {
    const digits = leadingDigits(matcher.text, at, 2);
    if (digits.length < 2) return -1;
    matcher.fields.year = 2000 + Number(digits);
    return at + 2;
  }
  const sign = /[+-]/.exec(matcher.text[at] ?? "")?.[0] ?? "";
  const start = at + sign.length;
  const most = count >= 4 && sign !== "+" ? count : openWidth({ ...step, at: start }, 10);
  const digits = leadingDigits(matcher.text, start, most);
  if (digits.length < count || (sign === "+" && digits.length <= count)) return -1;
  matcher.fields.year = sign === "-" ? -Number(digits) : Number(digits);
  return start + digits.length;
}

/** Spark reads up to as many digits of the second's fraction as there are letters. */
function matchFraction(count: number, { matcher, at }: Step): number {
  const digits = leadingDigits(matcher.text, at, count);
  if (digits === "") return -1;
  const micros = Number(digits.padEnd(6, "0").slice(0, 6));
  if (matcher.fields.micros !== undefined && matcher.fields.micros !== micros) return -1;
  matcher.fields.micros = micros;
  return at + digits.length;
}

function matchZone(letter: string, count: number, { matcher, at }: Step): number {
  const rest = matcher.text.slice(at);
  if (letter === "Z" && count !== 4) {
    const [like, width] = count === 5 ? (["X", 5] as const) : (["x", 2] as const);
    return matchOffset({ letter: like, count: width, rest, matcher, at });
  }
  if (letter === "X" || letter === "x") return matchOffset({ letter, count, rest, matcher, at });
  const found = /^(?:GMT|UTC|UT)?[+-]\d{1,2}(?::?\d{2}){0,2}|^[A-Za-z][\w/+-]*(?:\/[\w+-]+)*/.exec(
    rest,
  )?.[0];
  if (found === undefined) return -1;
  const zone = found === "Z" ? "UTC" : found;
  if (zoneOffset(zone) === undefined) return -1;
  matcher.fields.zone = zone;
  return at + found.length;
}

const OFFSETS: Readonly<Record<number, RegExp>> = {
  1: /^[+-]\d{2}(?:\d{2})?/,
  2: /^[+-]\d{4}/,
  3: /^[+-]\d{2}:\d{2}/,
  4: /^[+-]\d{4}(?:\d{2})?/,
  5: /^[+-]\d{2}:\d{2}(?::\d{2})?/,
};

function matchOffset(asked: {
  readonly letter: string;
  readonly count: number;
  readonly rest: string;
  readonly matcher: Matcher;
  readonly at: number;
}): number {
  const { matcher, at, rest } = asked;
  if (asked.letter === "X" && /^z/i.test(rest)) {
    matcher.fields.offset = 0;
    return at + 1;
  }
  const found = OFFSETS[asked.count]?.exec(rest)?.[0];
  if (found === undefined) return -1;
  const [hours = 0, minutes = 0, seconds = 0] = (found.slice(1).match(/\d{2}/g) ?? []).map(Number);
  const size = hours * 3600 + minutes * 60 + seconds;
  matcher.fields.offset = found.startsWith("-") ? -size : size;
  return at + found.length;
}
