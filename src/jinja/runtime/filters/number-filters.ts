import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyFloat } from "../../../util/python-values.ts";
import { HOST, isHostObject } from "../../host-object.ts";
import { pyRepr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import { optionalInt } from "../arguments.ts";
import { negate } from "../../python-arithmetic.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { fixedText } from "../decimal-digits.ts";
import { asNumber, normalInt } from "../numbers.ts";
import { parseFloatText, parseIntText } from "../parse-number.ts";
import { roundNumber } from "../round-number.ts";
import { defineFilter } from "./define-filter.ts";

/** Filters of numbers. */
export const NUMBER_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("abs", [], (_context, value) => absolute(value)),
  defineFilter("int", ["default=0", "base=10"], (_context, value, fallback = 0, base) =>
    toInt(value, fallback, optionalInt(base, 10)),
  ),
  defineFilter("float", ["default=0.0"], (_context, value, fallback = new PyFloat(0)) =>
    toFloat(value, fallback),
  ),
  defineFilter(
    "round",
    ["precision=0", "method=common"],
    (_context, value, precision, method = "common") =>
      roundNumber(value, optionalInt(precision, 0), method),
  ),
  defineFilter("filesizeformat", ["binary=False"], (_context, value, binary) =>
    fileSize(value, pyTruth(binary ?? false)),
  ),
];

function absolute(value: unknown): unknown {
  const number = asNumber(value);
  if (number !== undefined) {
    if (number.kind === "float") return new PyFloat(Math.abs(number.value));
    return number.value < 0 ? negate(number.value) : number.value;
  }
  throw pythonError("TypeError", `bad operand type for abs(): '${pythonTypeName(value)}'`);
}

/** Python's `int(value)`, else `int(float(value))`, else the default. */
function toInt(value: unknown, fallback: unknown, base: number): unknown {
  if (value instanceof UndefinedValue) throw value.error();
  if (typeof value === "string")
    return parseIntText(value, base) ?? wholeOf(parseFloatText(value)) ?? fallback;
  const number = asNumber(hostNumber(value));
  if (number === undefined) return fallback;
  if (number.kind === "int") return number.value;
  if (!Number.isFinite(number.value) && !Number.isNaN(number.value)) {
    throw pythonError("OverflowError", "cannot convert float infinity to integer");
  }
  return wholeOf(number.value) ?? fallback;
}

function wholeOf(value: number | undefined): number | bigint | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return normalInt(BigInt(Math.trunc(value)));
}

function toFloat(value: unknown, fallback: unknown): unknown {
  if (value instanceof UndefinedValue) throw value.error();
  if (typeof value === "string") {
    const parsed = parseFloatText(value);
    return parsed === undefined ? fallback : new PyFloat(parsed);
  }
  const number = asNumber(hostNumber(value));
  return number === undefined ? fallback : new PyFloat(Number(number.value));
}

/** Host numbers (decimals) say what float they are. */
function hostNumber(value: unknown): unknown {
  return isHostObject(value) ? (value[HOST].toNumber?.() ?? value) : value;
}

function fileSize(value: unknown, binary: boolean): string {
  const bytes = mustFloat(value);
  const base = binary ? 1024 : 1000;
  if (bytes === 1) return "1 Byte";
  if (bytes < base) return `${String(Math.trunc(bytes))} Bytes`;
  const letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
  const found = letters.findIndex((_letter, index) => bytes < base ** (index + 2));
  const index = found < 0 ? letters.length - 1 : found;
  const letter = letters[index] ?? "";
  const unit = binary ? `${letter.toUpperCase()}iB` : `${letter}B`;
  return `${fixedText((base * bytes) / base ** (index + 2), 1)} ${unit}`;
}

/** Python's `float(value)`, with its errors. */
function mustFloat(value: unknown): number {
  if (value instanceof UndefinedValue) throw value.error();
  if (typeof value === "string") {
    const parsed = parseFloatText(value);
    if (parsed !== undefined) return parsed;
    throw pythonError("ValueError", `could not convert string to float: ${pyRepr(value)}`);
  }
  const number = asNumber(hostNumber(value));
  if (number !== undefined) return Number(number.value);
  throw pythonError(
    "TypeError",
    `float() argument must be a string or a real number, not '${pythonTypeName(value)}'`,
  );
}
