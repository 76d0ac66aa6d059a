import { pythonError } from "../../../errors/jinja-errors.ts";
import { bindArguments } from "../../../jinja/bind-arguments.ts";
import {
  HOST,
  hostFunction,
  type BinaryOperator,
  type CallArguments,
  type HostProtocol,
} from "../../../jinja/host-object.ts";
import { MISSING } from "../../../jinja/scope.ts";
import { PyFloat } from "../../../util/python-values.ts";

export const MICROS_PER_SECOND = 1_000_000;
export const MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

/** Python's `timedelta`: days, and microseconds of a day that are never negative. */
export class TimeDelta implements HostProtocol {
  readonly typeName = "datetime.timedelta";
  readonly days: number;
  readonly micros: number;

  /** Microseconds beyond a day move into the days. */
  constructor(days: number, micros: number) {
    const carried = Math.floor(micros / MICROS_PER_DAY);
    this.days = days + carried;
    this.micros = micros - carried * MICROS_PER_DAY;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    switch (name) {
      case "days":
        return this.days;
      case "seconds":
        return Math.floor(this.micros / MICROS_PER_SECOND);
      case "microseconds":
        return this.micros % MICROS_PER_SECOND;
      case "total_seconds":
        return hostFunction(name, () => new PyFloat(this.totalSeconds()));
      default:
        return MISSING;
    }
  }

  totalSeconds(): number {
    return this.days * 86_400 + this.micros / MICROS_PER_SECOND;
  }

  binary(operator: BinaryOperator, other: unknown, reflected: boolean): unknown {
    if (other instanceof TimeDelta) return this.#withDelta(operator, other);
    const factor = other instanceof PyFloat ? other.value : other;
    if (typeof factor !== "number") return MISSING;
    if (operator === "*") return this.#scaled(factor);
    if (reflected || (operator !== "/" && operator !== "//")) return MISSING;
    if (factor === 0) throw pythonError("ZeroDivisionError", "integer division or modulo by zero");
    return this.#scaled(1 / factor);
  }

  #withDelta(operator: BinaryOperator, other: TimeDelta): unknown {
    switch (operator) {
      case "+":
        return new TimeDelta(this.days + other.days, this.micros + other.micros);
      case "-":
        return new TimeDelta(this.days - other.days, this.micros - other.micros);
      case "/":
        return new PyFloat(this.totalSeconds() / other.totalSeconds());
      case "//":
        return Math.floor(this.totalSeconds() / other.totalSeconds());
      default:
        return MISSING;
    }
  }

  #scaled(factor: number): TimeDelta {
    const days = this.days * factor;
    const whole = Math.trunc(days);
    return new TimeDelta(whole, Math.round((days - whole) * MICROS_PER_DAY + this.micros * factor));
  }

  negate(): TimeDelta {
    return new TimeDelta(-this.days, -this.micros);
  }

  compare(other: unknown): number | undefined {
    if (!(other instanceof TimeDelta)) return undefined;
    return this.days - other.days || this.micros - other.micros;
  }

  equals(other: unknown): boolean {
    return other instanceof TimeDelta && this.compare(other) === 0;
  }

  hashKey(): string {
    return `timedelta ${String(this.days)} ${String(this.micros)}`;
  }

  truth(): boolean {
    return this.days !== 0 || this.micros !== 0;
  }

  str(): string {
    const plural = Math.abs(this.days) === 1 ? "" : "s";
    const days = this.days === 0 ? "" : `${String(this.days)} day${plural}, `;
    const seconds = Math.floor(this.micros / MICROS_PER_SECOND);
    const fraction = this.micros % MICROS_PER_SECOND;
    const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const [hours = 0, ...rest] = clock;
    const text = [String(hours), ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
    return days + text + (fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`);
  }

  repr(): string {
    const parts = ["days", "seconds", "microseconds"].flatMap((name) => {
      const value = this.getAttribute(name);
      return value === 0 ? [] : [`${name}=${String(value)}`];
    });
    return `datetime.timedelta(${parts.join(", ") || "0"})`;
  }
}

const UNITS = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];

/** Microseconds of the units, apart from days and weeks. */
const UNIT_MICROS = [
  0,
  MICROS_PER_SECOND,
  1,
  1000,
  60 * MICROS_PER_SECOND,
  3600 * MICROS_PER_SECOND,
];

/** `timedelta(days=1, hours=2)`. */
export function makeTimeDelta(args: CallArguments): TimeDelta {
  const values = bindArguments(
    "timedelta",
    UNITS.map((unit) => `${unit}=0`),
    args,
  );
  const numbers = values.map((value, index) => {
    if (value instanceof PyFloat) return value.value;
    if (typeof value === "number") return value;
    throw pythonError(
      "TypeError",
      `unsupported type for timedelta ${UNITS[index] ?? ""} component: ${typeof value}`,
    );
  });
  const days = (numbers[0] ?? 0) + 7 * (numbers[6] ?? 0);
  const micros = UNIT_MICROS.reduce((sum, size, index) => sum + size * (numbers[index] ?? 0), 0);
  const whole = Math.trunc(days);
  return new TimeDelta(whole, Math.round((days - whole) * MICROS_PER_DAY + micros));
}
