import { MONTHS, shortName, WEEKDAYS } from "../../../util/date-names.ts";
import { dayOfOrdinal, isoWeekOf, ordinalOf, weekdayOf } from "./calendar.ts";
import type { DateTimeFields } from "./date-time-fields.ts";
import { clockOf, dateText, pad, timeText } from "./iso-text.ts";
import { offsetText } from "./time-zone.ts";
import { epochOfFields, offsetOfFields } from "./zone-fields.ts";

/** Python's strftime on Linux, in the C locale; `%-d` and `%_d` as glibc has them. */
export function strftime(fields: DateTimeFields, format: string): string {
  return format.replace(/%([-_0^#]?)([a-zA-Z%])/g, (whole, flag: string, code: string) => {
    const text = directive(fields, code);
    return text === undefined ? whole : flagged(text, flag);
  });
}

function flagged(text: string, flag: string): string {
  if (flag === "-") return text.replace(/^[0 ]+(?=.)/, "");
  if (flag === "_") return text.replace(/^0+(?=.)/, (zeros) => " ".repeat(zeros.length));
  if (flag === "0") return text.replace(/^ +/, (spaces) => "0".repeat(spaces.length));
  return flag === "^" || flag === "#" ? text.toUpperCase() : text;
}

function directive(fields: DateTimeFields, code: string): string | undefined {
  return (
    dateDirective(fields.ordinal, code) ??
    clockDirective(fields.micros, code) ??
    weekDirective(fields.ordinal, code) ??
    zoneDirective(fields, code) ??
    COMPOSED[code]?.(fields)
  );
}

function dateDirective(ordinal: number, code: string): string | undefined {
  const { year, month, day } = dayOfOrdinal(ordinal);
  switch (code) {
    case "Y":
      return String(year);
    case "y":
      return pad(year % 100);
    case "C":
      return pad(Math.floor(year / 100));
    case "m":
      return pad(month);
    case "d":
      return pad(day);
    case "e":
      return String(day).padStart(2);
    case "B":
      return MONTHS[month - 1];
    case "b":
    case "h":
      return shortName(MONTHS[month - 1] ?? "");
    case "j":
      return pad(ordinal - ordinalOf(year, 1, 1) + 1, 3);
    default:
      return undefined;
  }
}

function clockDirective(micros: number, code: string): string | undefined {
  const { hour, minute, second, microsecond } = clockOf(micros);
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  switch (code) {
    case "H":
      return pad(hour);
    case "k":
      return String(hour).padStart(2);
    case "I":
      return pad(hour12);
    case "l":
      return String(hour12).padStart(2);
    case "M":
      return pad(minute);
    case "S":
      return pad(second);
    case "f":
      return pad(microsecond, 6);
    default:
      return halfDay(hour, code);
  }
}

function halfDay(hour: number, code: string): string | undefined {
  if (code === "p") return hour < 12 ? "AM" : "PM";
  if (code === "P") return hour < 12 ? "am" : "pm";
  return undefined;
}

function weekDirective(ordinal: number, code: string): string | undefined {
  const weekday = weekdayOf(ordinal);
  const iso = isoWeekOf(ordinal);
  const dayOfYear = ordinal - ordinalOf(dayOfOrdinal(ordinal).year, 1, 1);
  switch (code) {
    case "A":
      return WEEKDAYS[weekday];
    case "a":
      return shortName(WEEKDAYS[weekday] ?? "");
    case "w":
      return String((weekday + 1) % 7);
    case "u":
      return String(weekday + 1);
    case "G":
      return String(iso.year);
    case "g":
      return pad(iso.year % 100);
    case "V":
      return pad(iso.week);
    case "W":
      return pad(Math.floor((dayOfYear + 7 - weekday) / 7));
    case "U":
      return pad(Math.floor((dayOfYear + 7 - ((weekday + 1) % 7)) / 7));
    default:
      return undefined;
  }
}

function zoneDirective(fields: DateTimeFields, code: string): string | undefined {
  const offset = offsetOfFields(fields);
  switch (code) {
    case "z":
      return offset === undefined ? "" : offsetText(offset, "");
    case "Z":
      return fields.zone?.abbreviationAt(epochOfFields(fields)) ?? "";
    case "s":
      return String(Math.floor(epochOfFields(fields)));
    default:
      return undefined;
  }
}

const COMPOSED: Readonly<Record<string, (fields: DateTimeFields) => string>> = {
  "%": () => "%",
  n: () => "\n",
  t: () => "\t",
  F: ({ ordinal }) => dateText(ordinal),
  T: ({ micros }) => timeText(micros, "seconds"),
  X: ({ micros }) => timeText(micros, "seconds"),
  R: ({ micros }) => timeText(micros, "minutes"),
  D: (fields) => strftime(fields, "%m/%d/%y"),
  x: (fields) => strftime(fields, "%m/%d/%y"),
  r: (fields) => strftime(fields, "%I:%M:%S %p"),
  c: (fields) => strftime(fields, "%a %b %e %H:%M:%S %Y"),
};
