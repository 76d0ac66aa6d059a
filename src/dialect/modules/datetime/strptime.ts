import { pythonError } from "../../../errors/jinja-errors.ts";
import { ordinalOf } from "./calendar.ts";
import type { DateTimeFields } from "./date-time-fields.ts";
import { offsetSeconds } from "./date-time-value.ts";
import { makeDate } from "./date-value.ts";
import { microsOf } from "./iso-text.ts";
import { MONTHS, WEEKDAYS } from "../../../util/date-names.ts";
import { offsetZone, UTC, type TimeZone } from "./time-zone.ts";

const names = (words: readonly string[], length?: number): string =>
  words.map((word) => word.slice(0, length)).join("|");

const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: "(?<Y>\\d{4})",
  y: "(?<y>\\d{2})",
  m: "(?<m>1[0-2]|0?[1-9])",
  d: "(?<d>3[01]|[12]\\d|0?[1-9]| [1-9])",
  j: "(?<j>36[0-6]|3[0-5]\\d|[12]\\d\\d|0?[1-9]\\d|0?0?[1-9])",
  H: "(?<H>2[0-3]|[01]?\\d)",
  I: "(?<I>1[0-2]|0?[1-9])",
  M: "(?<M>[0-5]?\\d)",
  S: "(?<S>6[01]|[0-5]?\\d)",
  f: "(?<f>\\d{1,6})",
  p: "(?<p>am|pm)",
  z: "(?<z>[+-]\\d{2}:?[0-5]\\d(?::?[0-5]\\d)?|Z)",
  Z: "(?<Z>utc|gmt)",
  b: `(?<b>${names(MONTHS, 3)})`,
  B: `(?<B>${names(MONTHS)})`,
  a: `(?:${names(WEEKDAYS, 3)})`,
  A: `(?:${names(WEEKDAYS)})`,
  w: "[0-6]",
  u: "[1-7]",
  "%": "%",
};

const COMPOSED: Readonly<Record<string, string>> = {
  F: "%Y-%m-%d",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  R: "%H:%M",
  c: "%a %b %d %H:%M:%S %Y",
};

/** Python's `datetime.strptime`. */
export function strptime(text: string, format: string): DateTimeFields {
  const match = patternOf(format).exec(text);
  if (match === null) {
    throw pythonError("ValueError", `time data '${text}' does not match format '${format}'`);
  }
  const found = match.groups ?? {};
  const number = (key: string, fallback: number): number =>
    found[key] === undefined ? fallback : Number(found[key]);
  const micros = microsOf({
    hour: hourOf(found),
    minute: number("M", 0),
    second: Math.min(number("S", 0), 59),
    microsecond: Number((found.f ?? "0").padEnd(6, "0")),
  });
  return { ordinal: ordinalIn(found, number), micros, zone: zoneOf(found), fold: 0 };
}

type Found = Readonly<Record<string, string | undefined>>;

function patternOf(format: string): RegExp {
  const expanded = format.replace(/%([a-zA-Z])/g, (whole, code: string) => COMPOSED[code] ?? whole);
  const source = expanded.replace(
    /%(.)|([$()*+.?[\\\]^{|}/])|(\s+)/gs,
    (_whole, code?: string, special?: string) => {
      if (special !== undefined) return `\\${special}`;
      if (code === undefined) return "\\s+";
      const pattern = DIRECTIVES[code];
      if (pattern !== undefined) return pattern;
      throw pythonError("ValueError", `'${code}' is a bad directive in format '${format}'`);
    },
  );
  return new RegExp(`^${source}$`, "i");
}

function hourOf(found: Found): number {
  if (found.I === undefined) return Number(found.H ?? 0);
  const hour = Number(found.I) % 12;
  return found.p?.toLowerCase() === "pm" ? hour + 12 : hour;
}

function ordinalIn(found: Found, number: (key: string, fallback: number) => number): number {
  const year = found.y === undefined ? number("Y", 1900) : centuryOf(Number(found.y));
  if (found.j !== undefined) return ordinalOf(year, 1, 1) + Number(found.j) - 1;
  return makeDate(year, monthOf(found) ?? number("m", 1), number("d", 1)).ordinal;
}

function monthOf({ b, B }: Found): number | undefined {
  const word = (B ?? b)?.slice(0, 3).toLowerCase();
  const at = MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === word);
  return at < 0 ? undefined : at + 1;
}

/** POSIX: 69 to 99 are of the last century. */
function centuryOf(year: number): number {
  return year < 69 ? 2000 + year : 1900 + year;
}

function zoneOf({ z, Z }: Found): TimeZone | null {
  if (z !== undefined) return offsetZone(offsetSeconds(z));
  return Z === undefined ? null : UTC;
}
