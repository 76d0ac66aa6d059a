import { bindArguments } from "../../../jinja/bind-arguments.ts";
import { hostFunction, type CallArguments } from "../../../jinja/host-object.ts";
import { PyTuple } from "../../../jinja/py-tuple.ts";
import { pyStr } from "../../../jinja/python-text.ts";
import { MISSING } from "../../../jinja/scope.ts";
import { PyFloat } from "../../../util/python-values.ts";
import { dayOfOrdinal, isoWeekOf, ordinalOf, weekdayOf } from "./calendar.ts";
import type { DateTimeFields } from "./date-time-fields.ts";
import { DateTimeValue } from "./date-time-value.ts";
import { DateValue, makeDate } from "./date-value.ts";
import { clockOf, microsOf } from "./iso-text.ts";
import { localZone } from "./local-zone.ts";
import { strftime } from "./strftime.ts";
import { TimeDelta } from "./time-delta.ts";
import { mergeClock, TimeValue } from "./time-value.ts";
import { UTC, type TimeZone } from "./time-zone.ts";
import { epochOfFields, offsetOfFields } from "./zone-fields.ts";
import { ZoneValue, zoneArgument, type ZoneMethods } from "./zone-value.ts";

/** A datetime with all its methods. */
export function makeDateTime(fields: DateTimeFields): DateTimeValue {
  return new DateTimeValue(fields, dateTimeMember);
}

/** A time zone with all its methods. */
export function makeZone(zone: TimeZone): ZoneValue {
  return new ZoneValue(zone, ZONE_METHODS);
}

function dateTimeMember(value: DateTimeValue, name: string): unknown {
  if (name === "tzinfo") return value.zone === null ? null : makeZone(value.zone);
  const method = METHODS[name];
  return method === undefined ? MISSING : hostFunction(name, (args) => method(value, args));
}

type DateTimeMethod = (value: DateTimeValue, args: CallArguments) => unknown;

const METHODS: Readonly<Record<string, DateTimeMethod>> = {
  strftime: (value, args) => strftime(value, pyStr(bindArguments("strftime", ["format"], args)[0])),
  isoformat: (value, args) => {
    const [separator, timespec] = bindArguments("isoformat", ["sep=T", "timespec=auto"], args);
    return value.iso(pyStr(separator), pyStr(timespec));
  },
  date: ({ ordinal }) => new DateValue(ordinal),
  time: ({ micros }) => new TimeValue(micros),
  timetz: ({ micros }) => new TimeValue(micros),
  weekday: ({ ordinal }) => weekdayOf(ordinal),
  isoweekday: ({ ordinal }) => weekdayOf(ordinal) + 1,
  isocalendar: ({ ordinal }) => {
    const { year, week, weekday } = isoWeekOf(ordinal);
    return new PyTuple([year, week, weekday], ["year", "week", "weekday"]);
  },
  toordinal: ({ ordinal }) => ordinal,
  timetuple: (value) => structTime(value),
  utctimetuple: (value) => structTime(value.zone === null ? value : value.inZone(UTC)),
  ctime: (value) => strftime(value, "%a %b %e %H:%M:%S %Y"),
  timestamp: (value) => new PyFloat(epochOfFields(withZone(value))),
  utcoffset: (value) => offsetDelta(offsetOfFields(value)),
  dst: (value) => dstDelta(value),
  tzname: (value) => value.zone?.abbreviationAt(epochOfFields(value)) ?? null,
  astimezone: (value, args) => {
    const zone = zoneArgument(bindArguments("astimezone", ["tz=None"], args)[0]);
    const aware = withZone(value);
    return aware.inZone(zone ?? localZone());
  },
  replace,
};

const STRUCT_FIELDS = [
  "tm_year",
  "tm_mon",
  "tm_mday",
  "tm_hour",
  "tm_min",
  "tm_sec",
  "tm_wday",
  "tm_yday",
  "tm_isdst",
];

/** Python's `time.struct_time`. */
function structTime(value: DateTimeValue): PyTuple {
  const { year, month, day } = dayOfOrdinal(value.ordinal);
  const { hour, minute, second } = clockOf(value.micros);
  const dayOfYear = value.ordinal - ordinalOf(year, 1, 1) + 1;
  const dst = dstDelta(value);
  const isDst = dst === null ? -1 : Number(dst.truth());
  const clock = [hour, minute, second];
  return new PyTuple(
    [year, month, day, ...clock, weekdayOf(value.ordinal), dayOfYear, isDst],
    STRUCT_FIELDS,
  );
}

/** A naive datetime is on the computer's clock. */
function withZone(value: DateTimeValue): DateTimeValue {
  return value.zone === null ? value.with({ zone: localZone() }) : value;
}

function offsetDelta(offset: number | undefined): TimeDelta | null {
  return offset === undefined ? null : new TimeDelta(0, offset * 1_000_000);
}

/** How far the clock is ahead of the zone's usual time: the lesser offset of the year. */
function dstDelta(value: DateTimeValue): TimeDelta | null {
  const offset = offsetOfFields(value);
  if (offset === undefined || value.zone === null) return null;
  const { zone } = value;
  const epoch = epochOfFields(value);
  const seasons = [0, 91, 182, 273].map((days) => zone.offsetAt(epoch + days * 86_400));
  return offsetDelta(offset - Math.min(offset, ...seasons));
}

const REPLACED = [
  "year=",
  "month=",
  "day=",
  "hour=",
  "minute=",
  "second=",
  "microsecond=",
  "tzinfo=",
];

function replace(value: DateTimeValue, args: CallArguments): DateTimeValue {
  const given = bindArguments("replace", REPLACED, args);
  const { year, month, day } = dayOfOrdinal(value.ordinal);
  const [newYear = 0, newMonth = 0, newDay = 0] = [year, month, day].map((old, index) =>
    given[index] === MISSING ? old : Number(given[index]),
  );
  return value.with({
    ordinal: makeDate(newYear, newMonth, newDay).ordinal,
    micros: microsOf(mergeClock(value.micros, given.slice(3, 7))),
    zone: given[7] === MISSING ? value.zone : zoneArgument(given[7]),
    fold: 0,
  });
}

const ZONE_METHODS: ZoneMethods = {
  localize({ zone }, args) {
    const [value, isDst] = bindArguments("localize", ["dt", "is_dst=False"], args);
    // pytz takes the later of two times unless told that it is summer.
    const fold = isDst === true ? 0 : 1;
    return value instanceof DateTimeValue ? value.with({ zone, fold }) : value;
  },
  normalize({ zone }, args) {
    const [value] = bindArguments("normalize", ["dt"], args);
    return value instanceof DateTimeValue ? value.inZone(zone) : value;
  },
  utcoffset: ({ zone }, args) => offsetDelta(offsetOfFields(inZone(args, zone))),
  tzname: ({ zone }, args) => zone.abbreviationAt(epochOfFields(inZone(args, zone))),
  dst: ({ zone }, args) => dstDelta(inZone(args, zone)),
};

function inZone(args: CallArguments, zone: TimeZone): DateTimeValue {
  const [value] = args.positional;
  const fields = value instanceof DateTimeValue ? value : { ordinal: 1, micros: 0, fold: 0 };
  return makeDateTime({ ordinal: fields.ordinal, micros: fields.micros, zone, fold: fields.fold });
}
