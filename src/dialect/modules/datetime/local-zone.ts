import { namedZone, UTC, type TimeZone } from "./time-zone.ts";

/** The time zone of the computer. */
export function localZone(): TimeZone {
  return namedZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? UTC;
}
