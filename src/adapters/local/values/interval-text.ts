import type { SparkType } from "../../../sql/spark-type.ts";
import { clockText } from "./time-text.ts";

export interface IntervalParts {
  readonly months: number;
  readonly days: number;
  readonly micros: bigint;
}

const DAY = 86_400_000_000n;

/** An interval as Spark's results print it; the type decides between its three forms. */
export function intervalText(value: IntervalParts, type: SparkType): string {
  if (type.kind === "year-month") return yearMonthText(value.months);
  if (type.kind === "day-time") return dayTimeText(BigInt(value.days) * DAY + value.micros);
  return calendarText(value);
}

/** `1-2`, `-0-11`. */
function yearMonthText(months: number): string {
  const size = Math.abs(months);
  return `${months < 0 ? "-" : ""}${Math.floor(size / 12)}-${size % 12}`;
}

/** `1 02:03:04.500000000`. */
function dayTimeText(micros: bigint): string {
  const size = micros < 0n ? -micros : micros;
  const nanos = `${String(size % 1_000_000n).padStart(6, "0")}000`;
  const clock = clockText(Number((size % DAY) / 1_000_000n));
  return `${micros < 0n ? "-" : ""}${size / DAY} ${clock}.${nanos}`;
}

/** `1 years 2 months 3 days 4 hours`; every unit has its own sign. */
function calendarText(value: IntervalParts): string {
  const out: string[] = [];
  const add = (amount: number | bigint | string, unit: string): void => {
    if (String(amount) !== "0") out.push(`${amount} ${unit}`);
  };
  add(Math.trunc(value.months / 12), "years");
  add(value.months % 12, "months");
  add(value.days, "days");
  add(value.micros / 3_600_000_000n, "hours");
  add((value.micros / 60_000_000n) % 60n, "minutes");
  add(secondsText(value.micros % 60_000_000n), "seconds");
  return out.length === 0 ? "0 seconds" : out.join(" ");
}

function secondsText(micros: bigint): string {
  const size = micros < 0n ? -micros : micros;
  const fraction = String(size % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const text = `${size / 1_000_000n}${fraction === "" ? "" : `.${fraction}`}`;
  return micros < 0n ? `-${text}` : text;
}
