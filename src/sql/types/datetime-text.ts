/** A date and time that a Spark literal or cast names. `zone` is in DuckDB's words: `+08:00`, `Europe/Rome`. */
export interface DateTimeText {
  /** `2024-01-31` */
  readonly date: string;
  /** `23:59:59.123456`; undefined for a bare date. */
  readonly time: string | undefined;
  readonly zone: string | undefined;
}

const DATE_TIME =
  /^([+-]?\d{4,7})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{0,9}))?)?)?)?\s*(.*))?)?)?$/;

/**
 * Reads a text by Spark's lenient rules: `2024`, `2024-1`, `2024-1-31`, `2024-1-31 5:6`, each with a zone
 * behind the time. Undefined where it names no moment.
 */
export function readDateTimeText(text: string): DateTimeText | undefined {
  const found = DATE_TIME.exec(text.trim());
  if (found === null) return undefined;
  const [, year = "", month = "1", day = "1", ...clock] = found;
  const date = readDate(Number(year), Number(month), Number(day));
  return date === undefined ? undefined : readClock(date, clock);
}

/** The time and zone behind a date; a zone needs a time. */
function readClock(date: string, parts: readonly string[]): DateTimeText | undefined {
  const [hour, minute = "0", second = "0", fraction = "", zoneText = ""] = parts;
  if (hour === undefined)
    return zoneText === "" ? { date, time: undefined, zone: undefined } : undefined;
  const time = readTime(Number(hour), Number(minute), Number(second), fraction);
  const zone = zoneText === "" ? undefined : readZone(zoneText);
  const isZoneLost = zoneText !== "" && zone === undefined;
  return time === undefined || isZoneLost ? undefined : { date, time, zone };
}

function readDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (year < 1) return `${pad(1 - year, 4)}-${pad(month, 2)}-${pad(day, 2)} (BC)`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readTime(
  hour: number,
  minute: number,
  second: number,
  fraction: string,
): string | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const micros = fraction.slice(0, 6).padEnd(6, "0");
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${micros === "000000" ? "" : `.${micros}`}`;
}

const OFFSET = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{1,2}))?(?::?(\d{1,2}))?$/;

/** `Z`, `+8`, `UTC+08:00`, `Europe/Rome` */
export function readZone(text: string): string | undefined {
  const zone = text.trim();
  if (/^(?:Z|UTC|GMT|UT)$/i.test(zone)) return "+00:00";
  const offset = OFFSET.exec(zone);
  if (offset === null) return /^[A-Za-z]+(?:\/[A-Za-z_+\-0-9]+)*$/.test(zone) ? zone : undefined;
  const [, sign = "+", hours = "0", minutes = "0"] = offset;
  if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
  return `${sign}${pad(Number(hours), 2)}:${pad(Number(minutes), 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
