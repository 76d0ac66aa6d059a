import { PyDate, PyDateTime } from "../../util/python-values.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { wrongType } from "../../yaml/typed-readers.ts";

/**
 * A date or time as dbt's manifest writes it: ISO 8601 with an offset. A date is midnight of the
 * machine's time zone, as is a time without an offset.
 */
export function readDate(at: Located): string {
  const { value } = at;
  const text = value instanceof PyDate || value instanceof PyDateTime ? value.iso : value;
  if (typeof text !== "string") return wrongType(at, "a date");
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(
      text.trim(),
    );
  if (match === null) return wrongType(at, "a date");
  const [, date = "", time = "00:00:00", offset] = match;
  const seconds = time.length === 5 ? `${time}:00` : time;
  return `${date}T${seconds}${offset === undefined ? localOffset(`${date}T${seconds}`) : isoOffset(offset)}`;
}

function isoOffset(offset: string): string {
  if (offset === "Z") return "+00:00";
  return offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function localOffset(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const pad = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
