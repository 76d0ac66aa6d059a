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
  if (fields.dayOfYear !== undefined) {
    const days = daysFromCivil(year, 1, 1) + fields.dayOfYear - 1;
    return civilFromDays(days).year === year && fields.dayOfYear > 0 ? days : undefined;
  }
  const quarterMonth = fields.quarter === undefined ? 1 : fields.quarter * 3 - 2;
  const month = fields.month ?? quarterMonth;
  const day = fields.day ?? 1;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const days = daysFromCivil(year, month, day);
  if (fields.weekday !== undefined && ((((days + 3) % 7) + 7) % 7) + 1 !== fields.weekday) {
    return undefined;
  }
  return days;
}

function toSeconds(fields: Fields): number | undefined {
  const hour = toHour(fields);
  const { minute = 0, second = 0 } = fields;
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return hour * 3600 + minute * 60 + second;
}

function toHour(fields: Fields): number | undefined {
  const half = (fields.amPm ?? 0) * 12;
  if (fields.hour !== undefined) return fields.hour > 23 ? undefined : fields.hour;
  if (fields.clockHour !== undefined) {
    return fields.clockHour < 1 || fields.clockHour > 24 ? undefined : fields.clockHour % 24;
  }
  if (fields.halfHour !== undefined)
    return fields.halfHour > 11 ? undefined : fields.halfHour + half;
  if (fields.halfClockHour === undefined) return fields.amPm === undefined ? 0 : half;
  if (fields.halfClockHour < 1 || fields.halfClockHour > 12) return undefined;
  return (fields.halfClockHour % 12) + half;
}
