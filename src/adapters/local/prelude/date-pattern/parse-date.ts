import { civilFromDays, daysFromCivil, daysInMonth } from "../../values/civil-date.ts";
import { localToEpoch, zoneOffset } from "../../values/time-zone.ts";
import type { PatternItem } from "./date-pattern.ts";
import { hasEra } from "./format-date.ts";
import { matchItems, type Fields } from "./match-fields.ts";
import { readDatePattern } from "./read-date-pattern.ts";

/**
 * Spark's to_timestamp with a Java pattern: microseconds since the epoch, or undefined where the
 * text does not fit. Missing parts are those of 1970-01-01 00:00:00 in the zone.
 */
export function parseDate(text: string, source: string, zone: string): bigint | undefined {
  const { items } = readDatePattern(source);
  const fields = matchItems(items, text);
  return fields === undefined ? undefined : toEpoch(fields, { zone, items });
}

function toEpoch(
  fields: Fields,
  { zone, items }: { readonly zone: string; readonly items: readonly PatternItem[] },
): bigint | undefined {
  const days = toDays(fields, hasEra(items));
  const seconds = toSeconds(fields);
  if (days === undefined || seconds === undefined) return undefined;
  const local = days * 86_400 + seconds;
  const offset = fields.offset ?? zoneSeconds(fields.zone ?? zone, local);
  if (offset === undefined) return undefined;
  return BigInt(local - offset) * 1_000_000n + BigInt(fields.micros ?? 0);
}

function zoneSeconds(zone: string, local: number): number | undefined {
  const rule = zoneOffset(zone);
  return rule === undefined ? undefined : local - localToEpoch(local, rule);
}

/** Java's strict resolver: a day that the month does not have is no date. */
function toDays(fields: Fields, withEra: boolean): number | undefined {
  const written = fields.year ?? 1970;
  const year = withEra && fields.era === 0 ? 1 - written : written;
  if (fields.dayOfYear !== undefined) return dayOfYear(year, fields.dayOfYear);
  const month = fields.month ?? (fields.quarter ?? 1) * 3 - 2;
  const days = dayOfMonth(year, month, fields.day ?? 1);
  if (days === undefined || fields.weekday === undefined) return days;
  return weekdayOf(days) === fields.weekday ? days : undefined;
}

function dayOfMonth(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

function dayOfYear(year: number, day: number): number | undefined {
  const days = daysFromCivil(year, 1, 1) + day - 1;
  return day > 0 && civilFromDays(days).year === year ? days : undefined;
}

/** 1 is Monday. */
function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

function toSeconds(fields: Fields): number | undefined {
  const hour = toHour(fields);
  const { minute = 0, second = 0 } = fields;
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return hour * 3600 + minute * 60 + second;
}

/** The hour from whichever of Java's four hour fields the pattern has. */
function toHour({
  hour,
  clockHour,
  halfHour,
  halfClockHour,
  amPm = 0,
}: Fields): number | undefined {
  if (hour !== undefined) return inRange(hour, 0, 23);
  if (clockHour !== undefined) return modulo(inRange(clockHour, 1, 24), 24);
  if (halfHour !== undefined) return plus(inRange(halfHour, 0, 11), amPm * 12);
  if (halfClockHour === undefined) return amPm * 12;
  return plus(modulo(inRange(halfClockHour, 1, 12), 12), amPm * 12);
}

function inRange(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined;
}

function modulo(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value % by;
}

function plus(value: number | undefined, more: number): number | undefined {
  return value === undefined ? undefined : value + more;
}
