import { civilFromDays } from "./civil-date.ts";
import type { ZoneOffset } from "./time-zone.ts";

const DAY = 86_400_000_000n;

/** Spark's text of a DATE: `2024-01-31`, `-0044-03-15`, `+10000-01-01`. */
export function dateText(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

/** Spark's text of a TIMESTAMP_NTZ: the fraction without trailing zeros. */
export function timestampText(micros: bigint): string {
  const days = floorDiv(micros, DAY);
  const rest = Number(micros - days * DAY);
  const fraction = rest % 1_000_000;
  const tail = fraction === 0 ? "" : `.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
  return `${dateText(Number(days))} ${clockText(Math.floor(rest / 1_000_000))}${tail}`;
}

/** Spark's text of a TIMESTAMP in the session's time zone. */
export function zonedTimestampText(micros: bigint, offset: ZoneOffset): string {
  const seconds = Number(floorDiv(micros, 1_000_000n));
  return timestampText(micros + BigInt(offset(seconds)) * 1_000_000n);
}

/** `HH:mm:ss` of the seconds of a day. */
export function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function yearText(year: number): string {
  if (year > 9999) return `+${year}`;
  if (year < 0) return `-${String(-year).padStart(4, "0")}`;
  return String(year).padStart(4, "0");
}
