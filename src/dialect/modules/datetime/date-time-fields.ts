import type { TimeZone } from "./time-zone.ts";

/** What strftime, isoformat and comparisons need of a date, time or datetime. */
export interface DateTimeFields {
  /** Python's proleptic day number; times alone count from 1900-01-01. */
  readonly ordinal: number;
  /** Microseconds of the day. */
  readonly micros: number;
  readonly zone: TimeZone | null;
  readonly fold: number;
}
