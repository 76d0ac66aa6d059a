import { pythonError } from "../../errors/jinja-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { pythonTypeName } from "../python-types.ts";
import { divideHalfEven, roundedDigits } from "./decimal-digits.ts";
import { asNumber, normalInt } from "./numbers.ts";

/** Jinja's `round`: integers stay integers, floats floats; `ceil` and `floor` scale as Jinja does. */
export function roundNumber(value: unknown, precision: number, method: unknown): unknown {
  if (method !== "common" && method !== "ceil" && method !== "floor") {
    throw pythonError("FilterArgumentError", "method must be common, ceil or floor");
  }
  const number = asNumber(isHostObject(value) ? value[HOST].toNumber?.() : value);
  if (number === undefined) {
    throw pythonError("TypeError", `type ${pythonTypeName(value)} doesn't define __round__ method`);
  }
  if (method !== "common") {
    const scale = 10 ** precision;
    const scaled = Math[method](Number(number.value) * scale);
    return new PyFloat(scaled / scale);
  }
  return number.kind === "int"
    ? roundInt(BigInt(number.value), precision)
    : new PyFloat(roundFloat(number.value, precision));
}

function roundInt(value: bigint, precision: number): number | bigint {
  if (precision >= 0) return normalInt(value);
  const unit = 10n ** BigInt(-precision);
  const magnitude = divideHalfEven(value < 0n ? -value : value, unit) * unit;
  return normalInt(value < 0n ? -magnitude : magnitude);
}

/** Python's `round(float, n)`: to the nearest, exact ties to even. */
export function roundFloat(value: number, precision: number): number {
  if (!Number.isFinite(value) || precision > 400) return value;
  const digits = roundedDigits(Math.abs(value), precision);
  const magnitude = Number(`${String(digits)}e${String(-precision)}`);
  return value < 0 || Object.is(value, -0) ? -magnitude : magnitude;
}
