import { sparkError } from "../../../../errors/adapter-errors.ts";
import { civilFromDays, daysInMonth } from "../../values/civil-date.ts";
import { floorDiv } from "../../values/time-text.ts";
import { localToEpoch, zoneOffset, type ZoneOffset } from "../../values/time-zone.ts";
import { formatDate } from "../date-pattern/format-date.ts";
import { parseDate } from "../date-pattern/parse-date.ts";
import { jsFunction, type JsFunction } from "../js-function.ts";
import { textToDays, textToLocalMicros, textToMicros } from "../text/text-to-time.ts";

const nowMicros = (): bigint => BigInt(Date.now()) * 1000n;
const DAY = 86_400_000_000n;

/** Dates and times that need Java's patterns, zones or leniency. */
export const TIME_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_text_to_date", ["VARCHAR", "VARCHAR"], "DATE", (text, zone) => {
    const today = (): number => Number(floorDiv(toLocal(nowMicros(), requireZone(zone)), DAY));
    return textToDays(text, today) ?? null;
  }),
  jsFunction(
    "js_text_to_timestamp",
    ["VARCHAR", "VARCHAR"],
    "TIMESTAMPTZ",
    (text, zone) => textToMicros(text, { now: nowMicros, zone }) ?? null,
  ),
  jsFunction(
    "js_text_to_timestamp_ntz",
    ["VARCHAR"],
    "TIMESTAMP",
    (text) => textToLocalMicros(text) ?? null,
  ),
  jsFunction(
    "js_date_format",
    ["TIMESTAMP", "VARCHAR", "VARCHAR"],
    "VARCHAR",
    (local, pattern, zone) => formatDate(toEpoch(local, requireZone(zone)), pattern, zone),
  ),
  jsFunction(
    "js_parse_timestamp",
    ["VARCHAR", "VARCHAR", "VARCHAR"],
    "TIMESTAMPTZ",
    (text, pattern, zone) => parseDate(text, pattern, zone) ?? null,
  ),
  jsFunction(
    "js_parse_timestamp_ntz",
    ["VARCHAR", "VARCHAR"],
    "TIMESTAMP",
    (text, pattern) => parseDate(text, pattern, "UTC") ?? null,
  ),
  jsFunction("js_local_to_timestamp", ["TIMESTAMP", "VARCHAR"], "TIMESTAMPTZ", (local, zone) =>
    toEpoch(local, requireZone(zone)),
  ),
  // The clock of UTC is taken for the zone's, and back: Spark shifts the instant itself.
  jsFunction("js_from_utc", ["TIMESTAMPTZ", "VARCHAR"], "TIMESTAMPTZ", (instant, zone) =>
    toLocal(instant, requireZone(zone)),
  ),
  jsFunction("js_to_utc", ["TIMESTAMPTZ", "VARCHAR"], "TIMESTAMPTZ", (instant, zone) =>
    toEpoch(instant, requireZone(zone)),
  ),
  jsFunction(
    "js_convert_zone",
    ["VARCHAR", "VARCHAR", "TIMESTAMP"],
    "TIMESTAMP",
    (from, to, local) => toLocal(toEpoch(local, requireZone(from)), requireZone(to)),
  ),
  jsFunction("js_months_between", ["TIMESTAMP", "TIMESTAMP", "BOOLEAN"], "DOUBLE", monthsBetween),
  jsFunction("js_timestamp_diff", ["VARCHAR", "TIMESTAMP", "TIMESTAMP"], "BIGINT", unitsBetween),
];

function requireZone(zone: string): ZoneOffset {
  const rule = zoneOffset(zone);
  if (rule !== undefined) return rule;
  throw sparkError(
    "INVALID_TIMEZONE",
    `The timezone: ${zone} is invalid. The timezone must be either a region-based zone ID or a zone offset.`,
  );
}

function toLocal(instant: bigint, rule: ZoneOffset): bigint {
  return instant + BigInt(rule(Number(floorDiv(instant, 1_000_000n)))) * 1_000_000n;
}

function toEpoch(local: bigint, rule: ZoneOffset): bigint {
  const seconds = floorDiv(local, 1_000_000n);
  const rest = local - seconds * 1_000_000n;
  return BigInt(localToEpoch(Number(seconds), rule)) * 1_000_000n + rest;
}

/** Spark's months_between: whole months between equal days or month ends, else by 31-day months. */
function monthsBetween(later: bigint, earlier: bigint, isRounded: boolean): number {
  const [a, b] = [splitDay(later), splitDay(earlier)];
  const months = (a.year - b.year) * 12 + a.month - b.month;
  const bothEnds = a.day === daysInMonth(a.year, a.month) && b.day === daysInMonth(b.year, b.month);
  if (a.day === b.day || bothEnds) return months;
  const seconds = (a.day - b.day) * 86_400 + a.seconds - b.seconds;
  const difference = months + seconds / (31 * 86_400);
  return isRounded ? Math.round(difference * 1e8) / 1e8 : difference;
}

interface SplitDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly seconds: number;
}

function splitDay(local: bigint): SplitDay {
  const days = floorDiv(local, DAY);
  return { ...civilFromDays(Number(days)), seconds: Number((local - days * DAY) / 1_000_000n) };
}

const UNIT_MICROS: Readonly<Record<string, bigint>> = {
  MICROSECOND: 1n,
  MILLISECOND: 1000n,
  SECOND: 1_000_000n,
  MINUTE: 60_000_000n,
  HOUR: 3_600_000_000n,
  DAY,
  WEEK: 7n * DAY,
};
const UNIT_MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** Whole units from the first to the second, as java.time's `until` counts them. */
function unitsBetween(unit: string, from: bigint, to: bigint): bigint | null {
  const micros = UNIT_MICROS[unit];
  if (micros !== undefined) return (to - from) / micros;
  const months = UNIT_MONTHS[unit];
  if (months === undefined) return null;
  const [a, b] = [splitDay(from), splitDay(to)];
  const whole = (b.year - a.year) * 12 + b.month - a.month;
  const rest = monthRest(b.day, to) - monthRest(a.day, from);
  const short = whole > 0 && rest < 0n ? 1 : whole < 0 && rest > 0n ? -1 : 0;
  return BigInt(Math.trunc((whole - short) / months));
}

/** How far into its month a moment is, in microseconds. */
function monthRest(day: number, local: bigint): bigint {
  return BigInt(day) * DAY + (local - floorDiv(local, DAY) * DAY);
}
