import { pythonError } from "../../../errors/jinja-errors.ts";
import { bindArguments } from "../../../jinja/bind-arguments.ts";
import {
  HOST,
  hostFunction,
  type BinaryOperator,
  type CallArguments,
  type HostProtocol,
} from "../../../jinja/host-object.ts";
import { PyTuple } from "../../../jinja/py-tuple.ts";
import { pyStr } from "../../../jinja/python-text.ts";
import { MISSING } from "../../../jinja/scope.ts";
import { PyDate } from "../../../util/python-values.ts";
import { dayOfOrdinal, daysInMonth, isoWeekOf, ordinalOf, weekdayOf } from "./calendar.ts";
import { dateText } from "./iso-text.ts";
import { strftime } from "./strftime.ts";
import { TimeDelta } from "./time-delta.ts";

/** Python's `date`. */
export class DateValue implements HostProtocol {
  readonly typeName = "datetime.date";
  readonly ordinal: number;

  constructor(ordinal: number) {
    if (ordinal < 1 || ordinal > 3_652_059)
      throw pythonError("OverflowError", "date value out of range");
    this.ordinal = ordinal;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    const { year, month, day } = dayOfOrdinal(this.ordinal);
    if (name === "year") return year;
    if (name === "month") return month;
    if (name === "day") return day;
    const method = METHODS[name];
    return method === undefined ? MISSING : hostFunction(name, (args) => method(this, args));
  }

  binary(operator: BinaryOperator, other: unknown, reflected: boolean): unknown {
    if (other instanceof TimeDelta && operator === "+")
      return new DateValue(this.ordinal + other.days);
    if (reflected || operator !== "-") return MISSING;
    if (other instanceof TimeDelta) return new DateValue(this.ordinal - other.days);
    const date = asDate(other);
    return date === undefined ? MISSING : new TimeDelta(this.ordinal - date.ordinal, 0);
  }

  compare(other: unknown): number | undefined {
    const date = asDate(other);
    return date === undefined ? undefined : this.ordinal - date.ordinal;
  }

  equals(other: unknown): boolean {
    return this.compare(other) === 0;
  }

  hashKey(): string {
    return `date ${String(this.ordinal)}`;
  }

  str(): string {
    return dateText(this.ordinal);
  }

  format(spec: string): string {
    return spec === "" ? this.str() : formatDate(this, spec);
  }

  repr(): string {
    const { year, month, day } = dayOfOrdinal(this.ordinal);
    return `datetime.date(${[year, month, day].join(", ")})`;
  }
}

/** Dates of this module and of YAML. */
export function asDate(value: unknown): DateValue | undefined {
  if (value instanceof DateValue) return value;
  return value instanceof PyDate ? dateFromIso(value.iso) : undefined;
}

export function makeDate(year: number, month: number, day: number): DateValue {
  if (month < 1 || month > 12) throw pythonError("ValueError", "month must be in 1..12");
  if (day < 1 || day > daysInMonth(year, month)) {
    throw pythonError("ValueError", "day is out of range for month");
  }
  if (year < 1 || year > 9999)
    throw pythonError("ValueError", `year ${String(year)} is out of range`);
  return new DateValue(ordinalOf(year, month, day));
}

export function dateFromIso(text: string): DateValue {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (match === null) throw pythonError("ValueError", `Invalid isoformat string: '${text}'`);
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

type DateMethod = (date: DateValue, args: CallArguments) => unknown;

const METHODS: Readonly<Record<string, DateMethod>> = {
  strftime: (date, args) => formatDate(date, pyStr(bindArguments("strftime", ["format"], args)[0])),
  isoformat: (date) => date.str(),
  weekday: ({ ordinal }) => weekdayOf(ordinal),
  isoweekday: ({ ordinal }) => weekdayOf(ordinal) + 1,
  isocalendar: ({ ordinal }) => {
    const { year, week, weekday } = isoWeekOf(ordinal);
    return new PyTuple([year, week, weekday], ["year", "week", "weekday"]);
  },
  toordinal: ({ ordinal }) => ordinal,
  ctime: (date) => formatDate(date, "%a %b %e 00:00:00 %Y"),
  replace: (date, args) => {
    const { year, month, day } = dayOfOrdinal(date.ordinal);
    const given = bindArguments("replace", ["year=", "month=", "day="], args);
    const [newYear = 0, newMonth = 0, newDay = 0] = [year, month, day].map((old, index) =>
      given[index] === MISSING ? old : Number(given[index]),
    );
    return makeDate(newYear, newMonth, newDay);
  },
};

function formatDate({ ordinal }: DateValue, format: string): string {
  return strftime({ ordinal, micros: 0, zone: null, fold: 0 }, format);
}
