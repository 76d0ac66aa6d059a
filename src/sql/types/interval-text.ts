import type { DayTimeField, SparkType, YearMonthField } from "../spark-type.ts";
import { CALENDAR_INTERVAL } from "./spark-types.ts";
import type { IntervalLiteral, IntervalPart } from "../tree/expression.ts";

/** An interval's value: months, and days and microseconds as Spark counts them. */
export interface IntervalValue {
  readonly type: SparkType;
  readonly months: bigint;
  readonly days: bigint;
  readonly micros: bigint;
}

const MICROS_PER_SECOND = 1_000_000n;
const MICROS: Readonly<Record<string, bigint>> = {
  hour: 3_600n * MICROS_PER_SECOND,
  minute: 60n * MICROS_PER_SECOND,
  second: MICROS_PER_SECOND,
  millisecond: 1_000n,
  microsecond: 1n,
};
const MONTHS: Readonly<Record<string, bigint>> = { year: 12n, quarter: 3n, month: 1n };
const DAYS: Readonly<Record<string, bigint>> = { week: 7n, day: 1n };

/**
 * The value of an interval literal; undefined where its text is none, or mixes months and days. The
 * legacy setting makes every literal a calendar interval, which may mix them.
 */
export function readInterval(
  literal: IntervalLiteral,
  isLegacy = false,
): IntervalValue | undefined {
  switch (literal.form) {
    case "units":
      return readUnits(literal.parts, isLegacy);
    case "text":
      return readIntervalText(literal.text, isLegacy);
    case "range": {
      const value = readRange(literal.text, literal.from, literal.to);
      return value !== undefined && isLegacy ? { ...value, type: CALENDAR_INTERVAL } : value;
    }
  }
}

/** `1 day 2 hours`, with or without a leading `interval`. */
export function readIntervalText(text: string, isLegacy = false): IntervalValue | undefined {
  const body = text
    .trim()
    .toLowerCase()
    .replace(/^interval\s+/, "");
  const parts: IntervalPart[] = [];
  const pair = /\s*([+-]?)\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z]+)/y;
  while (pair.lastIndex < body.length) {
    const found = pair.exec(body);
    if (found === null) return undefined;
    const [, sign = "", value = "", unit = ""] = found;
    parts.push({ value: `${sign === "-" ? "-" : ""}${value}`, unit: unit.replace(/s$/, "") });
    if (body.slice(pair.lastIndex).trim() === "") break;
  }
  return readUnits(parts, isLegacy);
}

function readUnits(parts: readonly IntervalPart[], isLegacy: boolean): IntervalValue | undefined {
  let total = { months: 0n, days: 0n, micros: 0n };
  for (const { value, unit } of parts) {
    const amount = readUnit(value.trim().replace(/^([+-])\s+/, "$1"), unit);
    if (amount === undefined) return undefined;
    total = {
      months: total.months + amount.months,
      days: total.days + amount.days,
      micros: total.micros + amount.micros,
    };
  }
  const type = isLegacy ? CALENDAR_INTERVAL : typeOfUnits(parts.map((part) => part.unit));
  return type === undefined ? undefined : { ...total, type };
}

type Amount = Omit<IntervalValue, "type">;

function readUnit(value: string, unit: string): Amount | undefined {
  const months = MONTHS[unit];
  const days = DAYS[unit];
  const micros = MICROS[unit];
  if (unit === "second") {
    const seconds = readSeconds(value);
    return seconds === undefined ? undefined : { months: 0n, days: 0n, micros: seconds };
  }
  if (!/^[+-]?\d+$/.test(value)) return undefined;
  const whole = BigInt(value.replace(/^\+/, ""));
  if (months !== undefined) return { months: whole * months, days: 0n, micros: 0n };
  if (days !== undefined) return { months: 0n, days: whole * days, micros: 0n };
  return micros === undefined ? undefined : { months: 0n, days: 0n, micros: whole * micros };
}

/** Seconds with up to nine fraction digits, as microseconds. */
function readSeconds(value: string): bigint | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d{0,9}))?$/.exec(value);
  if (found === null) return undefined;
  const [, sign, whole = "", fraction = ""] = found;
  if (whole === "" && fraction === "") return undefined;
  const micros =
    BigInt(whole || "0") * MICROS_PER_SECOND + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
  return sign === "-" ? -micros : micros;
}

const YEAR_MONTH_ORDER: readonly YearMonthField[] = ["year", "month"];
const DAY_TIME_ORDER: readonly DayTimeField[] = ["day", "hour", "minute", "second"];
const FIELD_OF_UNIT: Readonly<Record<string, string>> = {
  quarter: "month",
  week: "day",
  millisecond: "second",
  microsecond: "second",
};

function typeOfUnits(units: readonly string[]): SparkType | undefined {
  const fields = units.map((unit) => FIELD_OF_UNIT[unit] ?? unit);
  const yearMonth = YEAR_MONTH_ORDER.filter((field) => fields.includes(field));
  const dayTime = DAY_TIME_ORDER.filter((field) => fields.includes(field));
  const [firstMonth] = yearMonth;
  const [firstDay] = dayTime;
  if (firstMonth !== undefined && firstDay !== undefined) return undefined;
  if (firstMonth !== undefined)
    return { kind: "year-month", from: firstMonth, to: yearMonth.at(-1) ?? "month" };
  if (firstDay !== undefined)
    return { kind: "day-time", from: firstDay, to: dayTime.at(-1) ?? "second" };
  return undefined;
}

/** `'1-2' year to month`, `'1 02:03:04.5' day to second` and what lies between. */
export function readRange(text: string, from: string, to: string): IntervalValue | undefined {
  const trimmed = text.trim();
  if (from === "year" && to === "month") return readYearToMonth(trimmed);
  const first = DAY_TIME_ORDER.findIndex((field) => field === from);
  const last = DAY_TIME_ORDER.findIndex((field) => field === to);
  const firstField = DAY_TIME_ORDER[first];
  const lastField = DAY_TIME_ORDER[last];
  if (firstField === undefined || lastField === undefined || first >= last) return undefined;
  const pattern = ["(\\d+)", "(\\d{1,2})", "(\\d{1,2})", "(\\d{1,2}(?:\\.\\d{1,9})?)"];
  const separators = ["", first === 0 ? " " : "", ":", ":"];
  const body = DAY_TIME_ORDER.slice(first, last + 1)
    .map((_field, index) => {
      const at = first + index;
      const digits = index === 0 && at > 0 ? "(\\d+)" : pattern[at];
      return `${index === 0 ? "" : separators[at]}${digits}`;
    })
    .join("");
  const found = new RegExp(`^([+-]?)${body}$`).exec(trimmed);
  if (found === null) return undefined;
  return sumFields(found, first, { kind: "day-time", from: firstField, to: lastField });
}

function sumFields(
  found: RegExpExecArray,
  first: number,
  type: SparkType,
): IntervalValue | undefined {
  const negative = found[1] === "-";
  let days = 0n;
  let micros = 0n;
  for (const [index, digits] of found.slice(2).entries()) {
    const field = DAY_TIME_ORDER[first + index] ?? "second";
    const limit = { day: Infinity, hour: 23, minute: 59, second: 59.999999999 }[field];
    if (index > 0 && Number(digits) > limit) return undefined;
    const amount = readUnit(digits, field);
    if (amount === undefined) return undefined;
    days += amount.days;
    micros += amount.micros;
  }
  return { type, months: 0n, days: negative ? -days : days, micros: negative ? -micros : micros };
}

function readYearToMonth(text: string): IntervalValue | undefined {
  const found = /^([+-]?)(\d+)-(\d+)$/.exec(text);
  if (found === null || Number(found[3]) > 11) return undefined;
  const months = BigInt(found[2] ?? "0") * 12n + BigInt(found[3] ?? "0");
  const type: SparkType = { kind: "year-month", from: "year", to: "month" };
  return { type, months: found[1] === "-" ? -months : months, days: 0n, micros: 0n };
}
