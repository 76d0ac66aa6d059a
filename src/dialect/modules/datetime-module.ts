import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../../jinja/bind-arguments.ts";
import {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { PyFloat } from "../../util/python-values.ts";
import { makeDateTime } from "./datetime/date-time-methods.ts";
import type { DateTimeValue } from "./datetime/date-time-value.ts";
import { fieldsFromIso } from "./datetime/date-time-value.ts";
import { dateFromIso, DateValue, makeDate } from "./datetime/date-value.ts";
import { microsOf } from "./datetime/iso-text.ts";
import { localZone } from "./datetime/local-zone.ts";
import { strptime } from "./datetime/strptime.ts";
import { makeTimeDelta, MICROS_PER_DAY, TimeDelta } from "./datetime/time-delta.ts";
import { TimeValue } from "./datetime/time-value.ts";
import { UTC, type TimeZone } from "./datetime/time-zone.ts";
import { fieldsOfEpoch } from "./datetime/zone-fields.ts";
import { zoneArgument } from "./datetime/zone-value.ts";

type ClassMethods = Readonly<Record<string, (args: CallArguments) => unknown>>;
type ClassConstants = Readonly<Record<string, unknown>>;

const FIRST_DAY = 1;
const LAST_DAY = 3_652_059;
const LAST_MICROS = MICROS_PER_DAY - 1;

const DATE_TIME_CONSTANTS: ClassConstants = {
  min: makeDateTime({ ordinal: FIRST_DAY, micros: 0, zone: null, fold: 0 }),
  max: makeDateTime({ ordinal: LAST_DAY, micros: LAST_MICROS, zone: null, fold: 0 }),
  resolution: new TimeDelta(0, 1),
};
const DATE_CONSTANTS: ClassConstants = {
  min: new DateValue(FIRST_DAY),
  max: new DateValue(LAST_DAY),
  resolution: new TimeDelta(1, 0),
};
const TIME_CONSTANTS: ClassConstants = {
  min: new TimeValue(0),
  max: new TimeValue(LAST_MICROS),
  resolution: new TimeDelta(0, 1),
};
const DELTA_CONSTANTS: ClassConstants = {
  min: new TimeDelta(-999_999_999, 0),
  max: new TimeDelta(999_999_999, LAST_MICROS),
  resolution: new TimeDelta(0, 1),
};

/** `modules.datetime`, on the given clock. */
export function datetimeModule(now: () => Date): PyDict {
  return PyDict.fromRecord({
    datetime: pythonClass("datetime.datetime", newDateTime, {
      methods: dateTimeClassMethods(now),
      constants: DATE_TIME_CONSTANTS,
    }),
    date: pythonClass("datetime.date", newDate, {
      methods: dateClassMethods(now),
      constants: DATE_CONSTANTS,
    }),
    time: pythonClass("datetime.time", newTime, { constants: TIME_CONSTANTS }),
    timedelta: pythonClass("datetime.timedelta", makeTimeDelta, { constants: DELTA_CONSTANTS }),
    tzinfo: pythonClass("datetime.tzinfo", noTimeZone, {}),
  });
}

function dateClassMethods(now: () => Date): ClassMethods {
  return {
    today: () => new DateValue(moment(now(), localZone()).ordinal),
    fromisoformat: (args) => dateFromIso(onlyText("fromisoformat", args)),
    fromordinal: (args) => new DateValue(number(args.positional[0])),
    fromtimestamp: (args) => new DateValue(fromTimestamp(args, localZone()).ordinal),
  };
}

function noTimeZone(): never {
  throw pythonError("TypeError", "tzinfo has no time of its own; use modules.pytz");
}

/** A moment of JavaScript as a datetime in a zone. */
export function moment(date: Date, zone: TimeZone): DateTimeValue {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  const micros = (milliseconds - seconds * 1000) * 1000;
  const fields = fieldsOfEpoch(seconds, micros, 0);
  return makeDateTime({ ...fields, zone: UTC, fold: 0 }).inZone(zone);
}

interface ClassMembers {
  readonly methods?: ClassMethods;
  readonly constants?: ClassConstants;
}

function pythonClass(
  name: string,
  call: (args: CallArguments) => unknown,
  { methods = {}, constants = {} }: ClassMembers,
): HostObject {
  return hostObject({
    typeName: "type",
    call,
    str: () => `<class '${name}'>`,
    getAttribute(member) {
      if (Object.hasOwn(constants, member)) return constants[member];
      const method = Object.hasOwn(methods, member) ? methods[member] : undefined;
      return method === undefined ? MISSING : hostFunction(member, method);
    },
  });
}

function dateTimeClassMethods(now: () => Date): ClassMethods {
  return {
    now(args) {
      const zone = zoneArgument(bindArguments("now", ["tz=None"], args)[0]);
      return zone === null ? moment(now(), localZone()).with({ zone: null }) : moment(now(), zone);
    },
    today: () => moment(now(), localZone()).with({ zone: null }),
    utcnow: () => moment(now(), UTC).with({ zone: null }),
    strptime(args) {
      const [text, format] = bindArguments("strptime", ["date_string", "format"], args);
      return makeDateTime(strptime(textArgument(text, 1), textArgument(format, 2)));
    },
    fromisoformat: (args) => makeDateTime(fieldsFromIso(onlyText("fromisoformat", args))),
    fromtimestamp(args) {
      const zone = zoneArgument(bindArguments("fromtimestamp", ["timestamp", "tz=None"], args)[1]);
      const value = fromTimestamp(args, zone ?? localZone());
      return zone === null ? value.with({ zone: null }) : value;
    },
    utcfromtimestamp: (args) => fromTimestamp(args, UTC).with({ zone: null }),
    combine(args) {
      const [date, time] = bindArguments("combine", ["date", "time"], args);
      if (!(date instanceof DateValue) || !(time instanceof TimeValue)) {
        throw pythonError("TypeError", "combine() takes a date and a time");
      }
      return makeDateTime({ ordinal: date.ordinal, micros: time.micros, zone: null, fold: 0 });
    },
  };
}

function fromTimestamp({ positional }: CallArguments, zone: TimeZone): DateTimeValue {
  const seconds = number(positional[0]);
  const whole = Math.floor(seconds);
  const fields = fieldsOfEpoch(whole, Math.round((seconds - whole) * 1_000_000), 0);
  return makeDateTime({ ...fields, zone: UTC, fold: 0 }).inZone(zone);
}

const CLOCK = ["hour=0", "minute=0", "second=0", "microsecond=0"];

function newDateTime(args: CallArguments): DateTimeValue {
  const parameters = ["year", "month", "day", ...CLOCK, "tzinfo=None", "fold=0"];
  const values = bindArguments("datetime", parameters, args);
  const [year = 0, month = 0, day = 0] = values.slice(0, 3).map(number);
  return makeDateTime({
    ordinal: makeDate(year, month, day).ordinal,
    micros: clockMicros(values.slice(3, 7)),
    zone: zoneArgument(values[7]),
    fold: number(values[8]),
  });
}

function newDate(args: CallArguments): DateValue {
  const [year = 0, month = 0, day = 0] = bindArguments("date", ["year", "month", "day"], args).map(
    number,
  );
  return makeDate(year, month, day);
}

function newTime(args: CallArguments): TimeValue {
  return new TimeValue(clockMicros(bindArguments("time", CLOCK, args)));
}

function clockMicros(values: readonly unknown[]): number {
  const [hour = 0, minute = 0, second = 0, microsecond = 0] = values.map(number);
  return microsOf({ hour, minute, second, microsecond });
}

function number(value: unknown): number {
  if (typeof value === "number") return value;
  if (value instanceof PyFloat) return value.value;
  throw pythonError("TypeError", "an integer is required");
}

function textArgument(value: unknown, position: number): string {
  if (typeof value === "string") return value;
  throw pythonError("TypeError", `strptime() argument ${String(position)} must be str`);
}

function onlyText(name: string, args: CallArguments): string {
  return pyStr(bindArguments(name, ["date_string"], args)[0]);
}
