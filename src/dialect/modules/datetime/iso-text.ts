import { pythonError } from "../../../errors/jinja-errors.ts";
import { dayOfOrdinal } from "./calendar.ts";
import { MICROS_PER_SECOND } from "./time-delta.ts";

/** `2024-05-01` */
export function dateText(ordinal: number): string {
  const { year, month, day } = dayOfOrdinal(ordinal);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

const SPECS = ["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"];

/** `10:20:30.000400`; `auto` leaves a zero fraction out. */
export function timeText(micros: number, timespec = "auto"): string {
  if (!SPECS.includes(timespec)) throw pythonError("ValueError", "Unknown timespec value");
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  const fraction = micros % MICROS_PER_SECOND;
  const [hours, minutes] = [pad(Math.floor(seconds / 3600)), pad(Math.floor(seconds / 60) % 60)];
  if (timespec === "hours") return hours;
  if (timespec === "minutes") return `${hours}:${minutes}`;
  const text = `${hours}:${minutes}:${pad(seconds % 60)}`;
  if (timespec === "seconds" || (timespec === "auto" && fraction === 0)) return text;
  const digits = pad(fraction, 6);
  return `${text}.${timespec === "milliseconds" ? digits.slice(0, 3) : digits}`;
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}

export interface ClockFields {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

export function clockOf(micros: number): ClockFields {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    microsecond: micros % MICROS_PER_SECOND,
  };
}

export function microsOf({ hour, minute, second, microsecond }: ClockFields): number {
  checkRange("hour", hour, 23);
  checkRange("minute", minute, 59);
  checkRange("second", second, 59);
  checkRange("microsecond", microsecond, 999_999);
  return ((hour * 60 + minute) * 60 + second) * MICROS_PER_SECOND + microsecond;
}

function checkRange(name: string, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  throw pythonError("ValueError", `${name} must be in 0..${String(most)}`);
}
