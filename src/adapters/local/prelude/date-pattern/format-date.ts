import { civilFromDays, daysFromCivil } from "../../values/civil-date.ts";
import { floorDiv } from "../../values/time-text.ts";
import { zoneOffset } from "../../values/time-zone.ts";
import type { PatternItem } from "./date-pattern.ts";
import { AM_PM, MONTHS, QUARTERS, shortName, WEEKDAYS } from "./name-tables.ts";
import { readDatePattern } from "./read-date-pattern.ts";
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

/** Spark's date_format: a Java pattern over an instant in the session's zone. */
export function formatDate(epochMicros: bigint, source: string, zone: string): string {
  const { items } = readDatePattern(source);
  return formatItems(items, takeApart(epochMicros, zone), hasEra(items));
}

export function takeApart(epochMicros: bigint, zone: string): ZonedTime {
  const epochSeconds = Number(floorDiv(epochMicros, 1_000_000n));
  const offset = zoneOffset(zone)?.(epochSeconds) ?? 0;
  const local = epochSeconds + offset;
  const days = Math.floor(local / 86_400);
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    dayOfYear: days - daysFromCivil(year, 1, 1) + 1,
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
    seconds: local - days * 86_400,
    micros: Number(epochMicros - BigInt(epochSeconds) * 1_000_000n),
    epochSeconds,
    offset,
    zone,
  };
}

/** Without an era in the pattern, Spark's `y` is the year with its sign. */
export function hasEra(items: readonly PatternItem[]): boolean {
  return items.some((item) =>
    item.kind === "optional" ? hasEra(item.items) : item.kind === "field" && item.letter === "G",
  );
}

function formatItems(items: readonly PatternItem[], time: ZonedTime, withEra: boolean): string {
  return items
    .map((item) => {
      if (item.kind === "literal") return item.text;
      if (item.kind === "optional") return formatItems(item.items, time, withEra);
      return formatField(item.letter, item.count, { time, withEra });
    })
    .join("");
}

interface Asked {
  readonly time: ZonedTime;
  readonly withEra: boolean;
}

function formatField(letter: string, count: number, { time, withEra }: Asked): string {
  const number = numberField(letter, time);
  if (number !== undefined) return String(number).padStart(count, "0");
  switch (letter) {
    case "G":
      return count === 4
        ? time.year > 0
          ? "Anno Domini"
          : "Before Christ"
        : time.year > 0
          ? "AD"
          : "BC";
    case "y":
      return yearField(withEra && time.year <= 0 ? 1 - time.year : time.year, count);
    case "M":
    case "L":
      return textOrNumber(MONTHS, time.month, count);
    case "Q":
    case "q":
      return quarterField(Math.ceil(time.month / 3), count);
    case "E":
      return count === 4 ? weekdayName(time) : shortName(weekdayName(time));
    case "a":
      return AM_PM[time.seconds < 43_200 ? 0 : 1];
    case "S":
      return `${String(time.micros).padStart(6, "0")}000`.slice(0, count);
    case "V":
      return time.zone;
    case "z":
      return zoneName(time.zone, time.epochSeconds, count === 4);
    default:
      return offsetText(letter, count, time.offset);
  }
}

function numberField(letter: string, time: ZonedTime): number | undefined {
  const hour = Math.floor(time.seconds / 3600);
  switch (letter) {
    case "d":
      return time.day;
    case "D":
      return time.dayOfYear;
    case "F":
      return ((time.day - 1) % 7) + 1;
    case "H":
      return hour;
    case "k":
      return hour === 0 ? 24 : hour;
    case "K":
      return hour % 12;
    case "h":
      return hour % 12 === 0 ? 12 : hour % 12;
    case "m":
      return Math.floor(time.seconds / 60) % 60;
    case "s":
      return time.seconds % 60;
    default:
      return undefined;
  }
}

function yearField(year: number, count: number): string {
  if (count === 2) return String(((year % 100) + 100) % 100).padStart(2, "0");
  const size = String(Math.abs(year)).padStart(count, "0");
  if (year < 0) return `-${size}`;
  return count >= 4 && size.length > count ? `+${size}` : size;
}

function textOrNumber(names: readonly string[], value: number, count: number): string {
  const name = names[value - 1] ?? "";
  if (count === 3) return shortName(name);
  return count === 4 ? name : String(value).padStart(count, "0");
}

function quarterField(quarter: number, count: number): string {
  if (count === 3) return `Q${quarter}`;
  return count === 4 ? (QUARTERS[quarter - 1] ?? "") : String(quarter).padStart(count, "0");
}

function weekdayName(time: ZonedTime): string {
  return WEEKDAYS[time.weekday - 1] ?? "";
}
