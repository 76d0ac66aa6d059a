import { PyDict } from "../jinja/py-dict.ts";
import { PyDate, PyDateTime } from "../util/python-values.ts";
import { makeDateTime } from "./modules/datetime/date-time-methods.ts";
import { fieldsFromIso } from "./modules/datetime/date-time-value.ts";
import { makeDate } from "./modules/datetime/date-value.ts";
import { UTC } from "./modules/datetime/time-zone.ts";
import { moment } from "./modules/datetime-module.ts";

/** A date as templates use it, with `year`, `strftime` and so on. `iso` is `2024-05-01`. */
export function dateValue(iso: string): unknown {
  const [year, month, day] = iso.split("-").map(Number);
  return makeDate(year ?? 0, month ?? 0, day ?? 0);
}

/** A datetime as templates use it. `iso` is `2024-05-01T10:20:30[.5][+02:00]`. */
export function datetimeValue(iso: string): unknown {
  return makeDateTime(fieldsFromIso(iso));
}

/** A moment as templates use it, in UTC. */
export function utcDatetimeValue(date: Date): unknown {
  return moment(date, UTC);
}

/** The value with its dates, at any depth, as templates use them: YAML has only their text. */
export function withDatetimes(value: unknown): unknown {
  if (value instanceof PyDate) return dateValue(value.iso);
  if (value instanceof PyDateTime) return datetimeValue(value.iso);
  if (Array.isArray(value)) return value.map(withDatetimes);
  if (!(value instanceof PyDict)) return value;
  return PyDict.fromEntries(
    Array.from(value.entries(), ([key, held]) => [key, withDatetimes(held)] as const),
  );
}
