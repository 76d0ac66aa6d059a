/** A time zone as datetimes ask it. Offsets are seconds east of Greenwich. */
export interface TimeZone {
  /** `UTC`, `Europe/Berlin`, `UTC+02:00`. */
  readonly name: string;
  /** At a moment, given as seconds since 1970. */
  offsetAt(epochSeconds: number): number;
  /** At a wall clock time, given as if it were UTC; `fold` 1 is the later of two. */
  offsetOfWall(wallSeconds: number, fold: number): number;
  abbreviationAt(epochSeconds: number): string;
}

export const UTC: TimeZone = fixedZone("UTC", 0);

export function fixedZone(name: string, offset: number): TimeZone {
  return {
    name,
    offsetAt: () => offset,
    offsetOfWall: () => offset,
    abbreviationAt: () => name,
  };
}

/** A fixed offset as Python names it: `UTC+02:00`. */
export function offsetZone(offset: number): TimeZone {
  if (offset === 0) return UTC;
  return fixedZone(`UTC${offsetText(offset, ":")}`, offset);
}

/** `+02:00`, or with another separator `+0200`. */
export function offsetText(offset: number, separator: string): string {
  const magnitude = Math.abs(offset);
  const parts = [Math.floor(magnitude / 3600), Math.floor(magnitude / 60) % 60];
  if (magnitude % 60 !== 0) parts.push(magnitude % 60);
  const digits = parts.map((part) => String(part).padStart(2, "0"));
  return (offset < 0 ? "-" : "+") + digits.join(separator);
}

const zones = new Map<string, TimeZone | undefined>();

/** A zone of the IANA database, with the rules that the JavaScript engine has; undefined if unknown. */
export function namedZone(name: string): TimeZone | undefined {
  const key = name.toLowerCase();
  if (!zones.has(key)) zones.set(key, loadZone(name));
  return zones.get(key);
}

function loadZone(name: string): TimeZone | undefined {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return undefined;
  if (name.toUpperCase() === "UTC") return UTC;
  const clock = wallClock(name);
  return clock === undefined ? undefined : zoneOf(name, clock);
}

function wallClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      era: "short",
    });
  } catch {
    // Intl has no other way to ask whether it knows a zone.
    return undefined;
  }
}

function zoneOf(name: string, clock: Intl.DateTimeFormat): TimeZone {
  const offsetAt = (epochSeconds: number): number => {
    const parts = new Map(
      clock.formatToParts(epochSeconds * 1000).map(({ type, value }) => [type, value]),
    );
    const field = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const wall = Date.UTC(
      field("year"),
      field("month") - 1,
      field("day"),
      field("hour"),
      field("minute"),
      field("second"),
    );
    return Math.round(wall / 1000 - Math.floor(epochSeconds));
  };
  return {
    name,
    offsetAt,
    offsetOfWall: (wall, fold) => wallOffset(offsetAt, wall, fold),
    abbreviationAt: (epochSeconds) => abbreviation(name, epochSeconds, offsetAt(epochSeconds)),
  };
}

const DAY = 86_400;

/** Around a change of the clocks a wall time has two offsets, or none; then fold decides. */
function wallOffset(offsetAt: (epoch: number) => number, wall: number, fold: number): number {
  const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
  const fits = [before, after].filter((offset) => offsetAt(wall - offset) === offset);
  if (fits.length === 2) return fold === 0 ? before : after;
  return fits[0] ?? (fold === 0 ? before : after);
}

/** Locales that know the usual abbreviations of their parts of the world. */
const LOCALES = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA", "en-NZ"];

/** The abbreviations that the IANA database has; other zones are written as their offset. */
const ABBREVIATIONS = new Set(
  (
    "GMT UTC WET WEST CET CEST EET EEST MSK BST IST IDT PKT WIB WITA WIT HKT KST JST SAST CAT EAT WAT " +
    "AEST AEDT ACST ACDT AWST NZST NZDT EST EDT CST CDT MST MDT PST PDT AKST AKDT HST HDT AST ADT NST NDT SST"
  ).split(" "),
);

/** `CET`; where the zone has no letters, its offset: `+03`. */
function abbreviation(timeZone: string, epochSeconds: number, offset: number): string {
  for (const locale of LOCALES) {
    const options = { timeZone, timeZoneName: "short" } as const;
    const parts = new Intl.DateTimeFormat(locale, options).formatToParts(epochSeconds * 1000);
    const text = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (ABBREVIATIONS.has(text)) return text;
  }
  return offsetText(offset, "").replace(/00$/, "");
}
