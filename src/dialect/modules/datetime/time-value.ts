import { bindArguments } from "../../../jinja/bind-arguments.ts";
import {
  HOST,
  hostFunction,
  type CallArguments,
  type HostProtocol,
} from "../../../jinja/host-object.ts";
import { pyStr } from "../../../jinja/python-text.ts";
import { MISSING } from "../../../jinja/scope.ts";
import { ordinalOf } from "./calendar.ts";
import { clockOf, microsOf, timeText, type ClockFields } from "./iso-text.ts";
import { strftime } from "./strftime.ts";

/** Python's `time` without a time zone. */
export class TimeValue implements HostProtocol {
  readonly typeName = "datetime.time";
  readonly micros: number;

  constructor(micros: number) {
    this.micros = micros;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    if (name === "tzinfo") return null;
    const field = clockFields(this.micros).get(name);
    if (field !== undefined) return field;
    const method = METHODS[name];
    return method === undefined ? MISSING : hostFunction(name, (args) => method(this, args));
  }

  compare(other: unknown): number | undefined {
    return other instanceof TimeValue ? this.micros - other.micros : undefined;
  }

  equals(other: unknown): boolean {
    return this.compare(other) === 0;
  }

  hashKey(): string {
    return `time ${String(this.micros)}`;
  }

  str(): string {
    return timeText(this.micros);
  }

  format(spec: string): string {
    return spec === "" ? this.str() : formatTime(this, spec);
  }

  repr(): string {
    const { hour, minute, second, microsecond } = clockOf(this.micros);
    const shown = [
      hour,
      minute,
      ...(second || microsecond ? [second] : []),
      ...(microsecond ? [microsecond] : []),
    ];
    return `datetime.time(${shown.join(", ")})`;
  }
}

export function clockFields(micros: number): ReadonlyMap<string, number> {
  return new Map(Object.entries(clockOf(micros)));
}

type TimeMethod = (time: TimeValue, args: CallArguments) => unknown;

const METHODS: Readonly<Record<string, TimeMethod>> = {
  strftime: (time, args) => formatTime(time, pyStr(bindArguments("strftime", ["format"], args)[0])),
  isoformat: (time, args) =>
    timeText(time.micros, pyStr(bindArguments("isoformat", ["timespec=auto"], args)[0])),
  replace: (time, args) => new TimeValue(microsOf(replacedClock(time.micros, args))),
};

const CLOCK = ["hour=", "minute=", "second=", "microsecond="];

function replacedClock(micros: number, args: CallArguments): ClockFields {
  const given = bindArguments("replace", CLOCK, args);
  return mergeClock(micros, given);
}

/** The clock fields, those that were given replaced; `given` in the order hour to microsecond. */
export function mergeClock(micros: number, given: readonly unknown[]): ClockFields {
  const old = clockOf(micros);
  const pick = (value: unknown, index: number): number =>
    given[index] === MISSING || given[index] === undefined ? Number(value) : Number(given[index]);
  return {
    hour: pick(old.hour, 0),
    minute: pick(old.minute, 1),
    second: pick(old.second, 2),
    microsecond: pick(old.microsecond, 3),
  };
}

function formatTime({ micros }: TimeValue, format: string): string {
  return strftime({ ordinal: ordinalOf(1900, 1, 1), micros, zone: null, fold: 0 }, format);
}
