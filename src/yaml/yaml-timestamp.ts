import { PyDate, PyDateTime } from "../util/python-values.ts";

// A bare date has two digits for month and day; before a time one will do (PyYAML's resolver).
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|[-+]\d\d?(?::\d\d)?))?$/;

export function isYamlTimestamp(text: string): boolean {
  return DATE.test(text) || DATE_TIME.test(text);
}

/** A date, or a date and time with its offset; what the calendar or the clock lacks is rejected. */
export function readYamlTimestamp(
  text: string,
  reject: (reason: string) => never,
): PyDate | PyDateTime {
  const [, year = "", month = "", day = "", hour, minute, second, fraction, zone] =
    DATE_TIME.exec(text) ?? DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isOnCalendar(date)) reject(`there is no day ${date}`);
  if (hour === undefined) return new PyDate(date);
  const time = `${hour.padStart(2, "0")}:${minute ?? ""}:${second ?? ""}`;
  if (!isOnClock(time)) reject(`there is no time ${time}`);
  return new PyDateTime(`${date}T${time}${micros(fraction)}${offset(zone)}`);
}

function micros(fraction: string | undefined): string {
  const digits = (fraction ?? "").slice(0, 6).padEnd(6, "0");
  return digits === "000000" ? "" : `.${digits}`;
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (zone === "Z") return "+00:00";
  const [hours = "", minutes = "00"] = zone.slice(1).split(":");
  return `${zone.charAt(0)}${hours.padStart(2, "0")}:${minutes}`;
}

function isOnCalendar(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

function isOnClock(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time);
}
