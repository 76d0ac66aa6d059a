import { MONTHS, shortName, WEEKDAYS } from "../../../../util/date-names.ts";
import { AM_PM, QUARTERS } from "./name-tables.ts";
import { offsetText, zoneName } from "./zone-text.ts";

/** An instant in a zone, taken apart. */
export interface ZonedTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Seconds of the day. */
  readonly seconds: number;
  /** 0 to 999999. */
  readonly micros: number;
  readonly epochSeconds: number;
  readonly offset: number;
  readonly zone: string;
}

export interface FieldMoment {
  readonly time: ZonedTime;
  /** The pattern has an era, so `y` is the year of the era. */
  readonly withEra: boolean;
}

/** One field of a Java pattern, `count` letters wide. */
export function formatField(letter: string, count: number, moment: FieldMoment): string {
  const number = NUMBERS[letter];
  if (number !== undefined) return String(number(moment.time)).padStart(count, "0");
  const text = TEXTS[letter];
  return text === undefined ? offsetText(letter, count, moment.time.offset) : text(count, moment);
}

const hourOf = (time: ZonedTime): number => Math.floor(time.seconds / 3600);

/** Letters that are plain numbers, filled up with zeros. */
const NUMBERS: Readonly<Record<string, (time: ZonedTime) => number>> = {
  d: (time) => time.day,
  D: (time) => time.dayOfYear,
  F: (time) => ((time.day - 1) % 7) + 1,
  H: hourOf,
  k: (time) => hourOf(time) || 24,
  K: (time) => hourOf(time) % 12,
  h: (time) => hourOf(time) % 12 || 12,
  m: (time) => Math.floor(time.seconds / 60) % 60,
  s: (time) => time.seconds % 60,
};

const TEXTS: Readonly<Record<string, (count: number, moment: FieldMoment) => string>> = {
  G: eraText,
  y: (count, { time, withEra }) =>
    yearText(withEra && time.year <= 0 ? 1 - time.year : time.year, count),
  M: (count, { time }) => monthText(time.month, count),
  L: (count, { time }) => monthText(time.month, count),
  Q: (count, { time }) => quarterText(Math.ceil(time.month / 3), count),
  q: (count, { time }) => quarterText(Math.ceil(time.month / 3), count),
  E: (count, { time }) => {
    const name = WEEKDAYS[time.weekday - 1] ?? "";
    return count === 4 ? name : shortName(name);
  },
  a: (_, { time }) => AM_PM[time.seconds < 43_200 ? 0 : 1],
  S: (count, { time }) => `${String(time.micros).padStart(6, "0")}000`.slice(0, count),
  V: (_, { time }) => time.zone,
  z: (count, { time }) => zoneName(time.zone, time.epochSeconds, count === 4),
};

function eraText(count: number, { time }: FieldMoment): string {
  const [before, after] =
    count === 4 ? (["Before Christ", "Anno Domini"] as const) : (["BC", "AD"] as const);
  return time.year > 0 ? after : before;
}

function yearText(year: number, count: number): string {
  if (count === 2) return String(((year % 100) + 100) % 100).padStart(2, "0");
  const size = String(Math.abs(year)).padStart(count, "0");
  if (year < 0) return `-${size}`;
  return count >= 4 && size.length > count ? `+${size}` : size;
}

function monthText(month: number, count: number): string {
  const name = MONTHS[month - 1] ?? "";
  if (count === 3) return shortName(name);
  return count === 4 ? name : String(month).padStart(count, "0");
}

function quarterText(quarter: number, count: number): string {
  if (count === 3) return `Q${quarter}`;
  return count === 4 ? (QUARTERS[quarter - 1] ?? "") : String(quarter).padStart(count, "0");
}
