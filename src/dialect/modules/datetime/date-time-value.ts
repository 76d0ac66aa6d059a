import { pythonError } from "../../../errors/jinja-errors.ts";
import { HOST, type BinaryOperator, type HostProtocol } from "../../../jinja/host-object.ts";
import { MISSING } from "../../../jinja/scope.ts";
import { PyDateTime } from "../../../util/python-values.ts";
import { dayOfOrdinal } from "./calendar.ts";
import type { DateTimeFields } from "./date-time-fields.ts";
import { makeDate } from "./date-value.ts";
import { clockOf, dateText, microsOf, timeText } from "./iso-text.ts";
import { strftime } from "./strftime.ts";
import { MICROS_PER_SECOND, TimeDelta } from "./time-delta.ts";
import { clockFields } from "./time-value.ts";
import { offsetText, offsetZone, type TimeZone } from "./time-zone.ts";
import { epochOfFields, fieldsOfEpoch, offsetOfFields, wallSeconds } from "./zone-fields.ts";

/** Gives the methods of a datetime; the module that knows dates, times and zones hands it in. */
export type DateTimeMethods = (value: DateTimeValue, name: string) => unknown;

/** Python's `datetime`, naive or in a time zone. */
export class DateTimeValue implements HostProtocol, DateTimeFields {
  readonly typeName = "datetime.datetime";
  readonly ordinal: number;
  readonly micros: number;
  readonly zone: TimeZone | null;
  readonly fold: number;
  readonly #methods: DateTimeMethods;

  constructor(fields: DateTimeFields, methods: DateTimeMethods) {
    this.ordinal = fields.ordinal;
    this.micros = fields.micros;
    this.zone = fields.zone;
    this.fold = fields.fold;
    this.#methods = methods;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    const { year, month, day } = dayOfOrdinal(this.ordinal);
    if (name === "year") return year;
    if (name === "month") return month;
    if (name === "day") return day;
    if (name === "fold") return this.fold;
    return clockFields(this.micros).get(name) ?? this.#methods(this, name);
  }

  /** The same with other fields. */
  with(fields: Partial<DateTimeFields>): DateTimeValue {
    const { ordinal, micros, zone, fold } = this;
    return new DateTimeValue({ ordinal, micros, zone, fold, ...fields }, this.#methods);
  }

  /** The same moment on another zone's clock. */
  inZone(zone: TimeZone): DateTimeValue {
    const fraction = this.micros % MICROS_PER_SECOND;
    const epoch = Math.round(epochOfFields(this) - fraction / MICROS_PER_SECOND);
    const offset = zone.offsetAt(epoch);
    const fields = fieldsOfEpoch(epoch, fraction, offset);
    const moved = this.with({ ...fields, zone, fold: 0 });
    return offsetOfFields(moved) === offset ? moved : moved.with({ fold: 1 });
  }

  binary(operator: BinaryOperator, other: unknown, reflected: boolean): unknown {
    if (other instanceof TimeDelta && operator === "+") return this.#moved(other);
    if (reflected || operator !== "-") return MISSING;
    if (other instanceof TimeDelta) return this.#moved(other.negate());
    return other instanceof DateTimeValue ? this.#since(other) : MISSING;
  }

  #moved(delta: TimeDelta): DateTimeValue {
    const { days, micros } = new TimeDelta(this.ordinal + delta.days, this.micros + delta.micros);
    if (days < 1 || days > 3_652_059) throw pythonError("OverflowError", "date value out of range");
    return this.with({ ordinal: days, micros, fold: 0 });
  }

  #since(other: DateTimeValue): TimeDelta {
    if ((this.zone === null) !== (other.zone === null)) {
      throw pythonError("TypeError", "can't subtract offset-naive and offset-aware datetimes");
    }
    const shift = (offsetOfFields(other) ?? 0) - (offsetOfFields(this) ?? 0);
    return new TimeDelta(
      this.ordinal - other.ordinal,
      this.micros - other.micros + shift * MICROS_PER_SECOND,
    );
  }

  compare(other: unknown): number | undefined {
    const moment = other instanceof PyDateTime ? fieldsFromIso(other.iso) : other;
    if (!(moment instanceof DateTimeValue) && !(other instanceof PyDateTime)) return undefined;
    const fields = moment as DateTimeFields;
    if ((this.zone === null) !== (fields.zone === null)) {
      throw pythonError("TypeError", "can't compare offset-naive and offset-aware datetimes");
    }
    const seconds = Math.round(wholeSeconds(this) - wholeSeconds(fields));
    return seconds || (this.micros % MICROS_PER_SECOND) - (fields.micros % MICROS_PER_SECOND);
  }

  equals(other: unknown): boolean {
    const isMoment = other instanceof DateTimeValue || other instanceof PyDateTime;
    if (!isMoment) return false;
    const fields: DateTimeFields = other instanceof PyDateTime ? fieldsFromIso(other.iso) : other;
    return (this.zone === null) === (fields.zone === null) && this.compare(other) === 0;
  }

  hashKey(): string {
    return `datetime ${String(wholeSeconds(this))} ${String(this.micros % MICROS_PER_SECOND)}`;
  }

  str(): string {
    return this.iso(" ");
  }

  iso(separator = "T", timespec = "auto"): string {
    const offset = offsetOfFields(this);
    const zone = offset === undefined ? "" : offsetText(offset, ":");
    return dateText(this.ordinal) + separator + timeText(this.micros, timespec) + zone;
  }

  format(spec: string): string {
    return spec === "" ? this.str() : strftime(this, spec);
  }

  repr(): string {
    const { year, month, day } = dayOfOrdinal(this.ordinal);
    const { hour, minute, second, microsecond } = clockOf(this.micros);
    const parts = [
      year,
      month,
      day,
      hour,
      minute,
      ...(second || microsecond ? [second] : []),
      ...(microsecond ? [microsecond] : []),
    ];
    const zone = this.zone === null ? "" : `, tzinfo=<${this.zone.name}>`;
    return `datetime.datetime(${parts.join(", ")}${zone})`;
  }
}

function wholeSeconds(fields: DateTimeFields): number {
  return Math.round(
    wallSeconds({
      ...fields,
      ordinal: fields.ordinal,
      micros: fields.micros - (fields.micros % MICROS_PER_SECOND),
    }) - (offsetOfFields(fields) ?? 0),
  );
}

const ISO =
  /^(\d{4}-?\d{2}-?\d{2})(?:[^\d](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2}(?::?\d{2})?)?)?$/;

/** Reads `2024-05-01T10:20:30.5+02:00`. */
export function fieldsFromIso(text: string): DateTimeFields {
  const match = ISO.exec(text);
  if (match === null) throw pythonError("ValueError", `Invalid isoformat string: '${text}'`);
  const [, day = "", hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
  const digits = /(\d{4})-?(\d{2})-?(\d{2})/.exec(day) ?? [];
  const { ordinal } = makeDate(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const micros = microsOf({
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(fraction.slice(0, 6).padEnd(6, "0")),
  });
  return {
    ordinal,
    micros,
    zone: zone === undefined ? null : offsetZone(offsetSeconds(zone)),
    fold: 0,
  };
}

/** `+02:00`, `+0200` or `Z` in seconds. */
export function offsetSeconds(text: string): number {
  if (text === "Z") return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (text.match(/\d{2}/g) ?? []).map(Number);
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
