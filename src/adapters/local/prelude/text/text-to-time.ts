import { daysFromCivil, daysInMonth } from "../../values/civil-date.ts";
import { localToEpoch, zoneOffset } from "../../values/time-zone.ts";

/** Spark's CAST(text AS DATE): `2024`, `2024-1`, `2024-1-31`, with anything behind a space or `T`. */
export function textToDays(text: string, today: () => number): number | undefined {
  const trimmed = trimSpaces(text);
  const word = specialDay(trimmed, today);
  if (word !== undefined) return word;
  const match = /^([+-]?\d{4,7})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?$/s.exec(trimmed);
  if (match === null) return undefined;
  const [, year = "", month = "1", day = "1"] = match;
  return checkedDays(Number(year), Number(month), Number(day));
}

export interface ClockNow {
  /** Microseconds since the epoch. */
  readonly now: () => bigint;
  readonly zone: string;
}

const STAMP = /^([+-]?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T](.+))?)?)?$/s;
const CLOCK = /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?(.*))?)?$/s;

/**
 * Spark's CAST(text AS TIMESTAMP): microseconds since the epoch. A zone may stand behind the
 * seconds; text without one is in the session's zone.
 */
export function textToMicros(text: string, clock: ClockNow): bigint | undefined {
  const trimmed = trimSpaces(text);
  const word = specialInstant(trimmed, clock);
  if (word !== undefined) return word;
  const stamp = STAMP.exec(trimmed);
  if (stamp === null) return timeOfToday(trimmed, clock);
  const [, year = "", month = "1", day = "1", rest] = stamp;
  const days = checkedDays(Number(year), Number(month), Number(day));
  if (days === undefined) return undefined;
  return rest === undefined
    ? toInstant(days, MIDNIGHT, clock.zone)
    : withClock(days, rest, clock.zone);
}

/** The same without a zone: the wall clock as microseconds. A zone in the text is dropped. */
export function textToLocalMicros(text: string): bigint | undefined {
  const match = /^(.*?\d:\d{1,2}:\d{1,2}(?:\.\d*)?)\s*(?:Z|[+-]\d.*|[A-Za-z].*)?$/s.exec(
    trimSpaces(text),
  );
  return textToMicros(match?.[1] ?? text, { now: () => 0n, zone: "UTC" });
}

interface Clock {
  readonly seconds: number;
  readonly micros: number;
  readonly zone?: string;
}

const MIDNIGHT: Clock = { seconds: 0, micros: 0 };

function withClock(days: number, text: string, zone: string): bigint | undefined {
  const clock = readClock(text);
  return clock === undefined ? undefined : toInstant(days, clock, zone);
}

/** `07:08`, `T07:08`: a time of the current day. */
function timeOfToday(text: string, { now, zone }: ClockNow): bigint | undefined {
  const rest = /^T?(\d{1,2}:.*)$/s.exec(text)?.[1];
  if (rest === undefined) return undefined;
  return withClock(Math.floor(localSeconds(now(), zone) / 86_400), rest, zone);
}

function localSeconds(micros: bigint, zone: string): number {
  const seconds = Number(micros / 1_000_000n);
  return seconds + (zoneOffset(zone)?.(seconds) ?? 0);
}

function readClock(text: string): Clock | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, hour = "", minute = "0", second = "0", fraction = "", zone = ""] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const micros = Number(fraction.slice(0, 6).padEnd(6, "0"));
  const name = zone.trim();
  if (name === "") return { seconds, micros };
  const known = readZone(name);
  return known === undefined ? undefined : { seconds, micros, zone: known };
}

/** Spark's getZoneId: `+1`, `+1:5` and `UTC+1` are zones too. */
function readZone(name: string): string | undefined {
  const offset = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{1,2}))?(?::?(\d{1,2}))?$/.exec(name);
  if (offset === null) return zoneOffset(name) === undefined ? undefined : name;
  const [, sign = "+", ...parts] = offset;
  const [hours = "00", minutes = "00", seconds = "00"] = parts.map((part) =>
    (part || "0").padStart(2, "0"),
  );
  if (Number(hours) > 18) return undefined;
  return `${sign}${hours}:${minutes}:${seconds}`;
}

function toInstant(days: number, clock: Clock, zone: string): bigint | undefined {
  const rule = zoneOffset(clock.zone ?? zone);
  if (rule === undefined) return undefined;
  const seconds = localToEpoch(days * 86_400 + clock.seconds, rule);
  return BigInt(seconds) * 1_000_000n + BigInt(clock.micros);
}

function checkedDays(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

function specialDay(text: string, today: () => number): number | undefined {
  const word = /^(epoch|now|today|tomorrow|yesterday)(?: \S+)?$/i.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return word === "epoch" ? 0 : today() + (SHIFTS[word] ?? 0);
}

function specialInstant(text: string, { now, zone }: ClockNow): bigint | undefined {
  const word = /^(epoch|now|today|tomorrow|yesterday)(?: \S+)?$/i.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  if (word === "epoch") return 0n;
  if (word === "now") return now();
  const days = Math.floor(localSeconds(now(), zone) / 86_400) + (SHIFTS[word] ?? 0);
  return toInstant(days, MIDNIGHT, zone);
}

const SHIFTS: Readonly<Record<string, number>> = { tomorrow: 1, yesterday: -1 };

/** Java's trim: everything up to U+0020 at both ends. */
function trimSpaces(text: string): string {
  // eslint-disable-next-line no-control-regex -- Java's String.trim takes control characters too.
  return text.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, "");
}
