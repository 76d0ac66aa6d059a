import { daysFromCivil } from "./civil-date.ts";

/** Seconds east of UTC at an instant given in seconds since the epoch. */
export type ZoneOffset = (epochSeconds: number) => number;

const clocks = new Map<string, ZoneOffset | undefined>();

/** The offset rule of a zone that Spark accepts (`UTC`, `+08:00`, `GMT+8`, an IANA name). */
export function zoneOffset(zone: string): ZoneOffset | undefined {
  if (!clocks.has(zone)) clocks.set(zone, findZone(zone));
  return clocks.get(zone);
}

function findZone(zone: string): ZoneOffset | undefined {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return () => fixed;
  try {
    return regionOffset(SHORT_IDS[zone] ?? zone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Java's ZoneId.SHORT_IDS, which Spark still takes. */
const SHORT_IDS: Readonly<Record<string, string>> = {
  ACT: "Australia/Darwin",
  AET: "Australia/Sydney",
  CST: "America/Chicago",
  CTT: "Asia/Shanghai",
  ECT: "Europe/Paris",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  PST: "America/Los_Angeles",
};

function fixedOffset(zone: string): number | undefined {
  if (/^(Z|UTC|GMT|UT|Etc\/UTC)$/.test(zone)) return 0;
  const match = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?$/.exec(zone);
  if (match === null) return undefined;
  const [, sign, hours, minutes = "0", seconds = "0"] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === "-" ? -total : total;
}

/** ICU's rule, asked once per quarter of an hour: no zone changes in between. */
function regionOffset(zone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number>();
  return (epochSeconds) => {
    // Before 1582 Intl answers in the Julian calendar; the offset there is the zone's oldest.
    const block = Math.floor(Math.max(epochSeconds, -12_000_000_000) / 900);
    const cached = known.get(block);
    if (cached !== undefined) return cached;
    const offset = offsetAt(format, block * 900);
    if (known.size < 50_000) known.set(block, offset);
    return offset;
  };
}

function offsetAt(format: Intl.DateTimeFormat, epochSeconds: number): number {
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(epochSeconds * 1000)) parts[part.type] = part.value;
  const number = (name: string): number => Number(parts[name]);
  const days = daysFromCivil(number("year"), number("month"), number("day"));
  const clock = number("hour") * 3600 + number("minute") * 60 + number("second");
  return days * 86_400 + clock - epochSeconds;
}

/**
 * The instant of a local date and time, in seconds since the epoch. In a gap the clock is moved on,
 * in an overlap the earlier instant is taken, as Java does.
 */
export function localToEpoch(localSeconds: number, offset: ZoneOffset): number {
  const before = offset(localSeconds - 86_400);
  const early = localSeconds - before;
  if (offset(early) === before) return early;
  const after = offset(localSeconds + 86_400);
  const late = localSeconds - after;
  if (offset(late) === after) return late;
  return early;
}

/** The name under which DuckDB's ICU knows a zone that `zoneOffset` accepts. */
export function duckZone(zone: string): string {
  const fixed = fixedOffset(zone);
  if (fixed === undefined) return SHORT_IDS[zone] ?? zone;
  if (fixed === 0) return "UTC";
  const size = Math.abs(fixed);
  const clock = [size / 3600, (size / 60) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, "0"),
  );
  return `GMT${fixed < 0 ? "-" : "+"}${clock.join(":")}`;
}
