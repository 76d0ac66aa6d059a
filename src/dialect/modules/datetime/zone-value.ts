import { pythonError } from "../../../errors/jinja-errors.ts";
import {
  HOST,
  hostFunction,
  type CallArguments,
  type HostProtocol,
} from "../../../jinja/host-object.ts";
import { MISSING } from "../../../jinja/scope.ts";
import type { TimeZone } from "./time-zone.ts";

/** What a zone does with datetimes; the datetime module hands it in. */
export interface ZoneMethods {
  localize(zone: ZoneValue, args: CallArguments): unknown;
  normalize(zone: ZoneValue, args: CallArguments): unknown;
  utcoffset(zone: ZoneValue, args: CallArguments): unknown;
  tzname(zone: ZoneValue, args: CallArguments): unknown;
  dst(zone: ZoneValue, args: CallArguments): unknown;
}

/** A pytz time zone as a value of templates. */
export class ZoneValue implements HostProtocol {
  readonly typeName = "tzinfo";
  readonly zone: TimeZone;
  readonly #methods: ZoneMethods;

  constructor(zone: TimeZone, methods: ZoneMethods) {
    this.zone = zone;
    this.#methods = methods;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    if (name === "zone") return this.zone.name;
    if (!isMethodName(name)) return MISSING;
    return hostFunction(name, (args) => this.#methods[name](this, args));
  }

  equals(other: unknown): boolean {
    return other instanceof ZoneValue && other.zone.name === this.zone.name;
  }

  hashKey(): string {
    return `zone ${this.zone.name}`;
  }

  str(): string {
    return this.zone.name;
  }

  repr(): string {
    return this.zone.name === "UTC" ? "<UTC>" : `<DstTzInfo '${this.zone.name}'>`;
  }
}

function isMethodName(name: string): name is keyof ZoneMethods {
  return ["localize", "normalize", "utcoffset", "tzname", "dst"].includes(name);
}

/** The zone in an argument; null for None. */
export function zoneArgument(value: unknown): TimeZone | null {
  if (value === null || value === undefined || value === MISSING) return null;
  if (value instanceof ZoneValue) return value.zone;
  throw pythonError("TypeError", "tzinfo argument must be None or of a tzinfo subclass");
}
