import { pythonError } from "../../errors/jinja-errors.ts";
import type { EngineError } from "../../errors/engine-error.ts";
import { pythonTypeName } from "../python-types.ts";
import { pyStr } from "../python-text.ts";
import { pythonFloatText } from "../../util/python-float-text.ts";
import { asNumber, type PyNumber } from "./numbers.ts";
import { characterOf, floatBody } from "./percent-format.ts";

const SPEC = /^(?:([\s\S])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  /** `z`: a negative zero loses its sign. */
  readonly positiveZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

/** Python's `format(value, spec)` for strings and numbers. */
export function formatWithSpec(value: unknown, text: string): string {
  if (text === "") return pyStr(value);
  const spec = readSpec(text, value);
  if (typeof value === "string") return formatText(value, spec);
  const number = asNumber(value);
  if (number === undefined) {
    throw pythonError(
      "TypeError",
      `unsupported format string passed to ${pythonTypeName(value)}.__format__`,
    );
  }
  return formatNumber(number, spec);
}

function readSpec(text: string, value: unknown): Spec {
  const match = SPEC.exec(text);
  if (match === null) {
    throw pythonError(
      "ValueError",
      `Invalid format specifier '${text}' for object of type '${pythonTypeName(value)}'`,
    );
  }
  const [, fill, align, sign, zeroSign, alternate, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? (zero !== undefined ? "0" : " "),
    align: align ?? (zero !== undefined && typeof value !== "string" ? "=" : ""),
    sign: sign ?? "",
    positiveZero: zeroSign !== undefined,
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: grouping ?? "",
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? "",
  };
}

function formatText(text: string, spec: Spec): string {
  refuseZeroSign(spec, "string");
  if (!["", "s"].includes(spec.type)) throw unknownCode(spec.type, "str");
  if (spec.sign !== "")
    throw pythonError("ValueError", "Sign not allowed in string format specifier");
  if (spec.grouping !== "") {
    throw pythonError("ValueError", `Cannot specify '${spec.grouping}' with 's'.`);
  }
  if (spec.align === "=") {
    throw pythonError("ValueError", "'=' alignment not allowed in string format specifier");
  }
  const cut =
    spec.precision === undefined ? text : Array.from(text).slice(0, spec.precision).join("");
  return align("", cut, { ...spec, align: spec.align || "<" });
}

function unknownCode(type: string, owner: string): EngineError {
  return pythonError("ValueError", `Unknown format code '${type}' for object of type '${owner}'`);
}

function formatNumber(number: PyNumber, spec: Spec): string {
  const negative = number.value < 0 || Object.is(number.value, -0);
  const sign = negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  const body = isIntegerCode(number, spec) ? integerBody(number, spec) : realBody(number, spec);
  return align(sign, body, { ...spec, align: spec.align || ">" });
}

function isIntegerCode(number: PyNumber, spec: Spec): boolean {
  if (number.kind === "float") return false;
  return ["", "d", "n", "b", "o", "x", "X", "c"].includes(spec.type);
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

function refuseZeroSign(spec: Spec, type: string): void {
  if (!spec.positiveZero) return;
  throw pythonError(
    "ValueError",
    `Negative zero coercion (z) not allowed in ${type} format specifier`,
  );
}

function integerBody(number: PyNumber, spec: Spec): string {
  refuseZeroSign(spec, "integer");
  if (spec.precision !== undefined) {
    throw pythonError("ValueError", "Precision not allowed in integer format specifier");
  }
  const whole = BigInt(number.value);
  const magnitude = whole < 0n ? -whole : whole;
  if (spec.type === "c") return characterOf(Number(whole));
  const radix = RADIX[spec.type] ?? 10;
  const digits = magnitude.toString(radix);
  const grouped = group(digits, spec.grouping, radix === 10 ? 3 : 4);
  const prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : "";
  return spec.type === "X" ? (prefix + grouped).toUpperCase() : prefix + grouped;
}

function realBody(number: PyNumber, spec: Spec): string {
  const magnitude = Math.abs(Number(number.value));
  const type = spec.type;
  if (!["", "f", "F", "e", "E", "g", "G", "n", "%"].includes(type)) {
    throw unknownCode(type, number.kind);
  }
  const text = unsignedReal(magnitude, spec);
  const [whole = "", ...rest] = text.split(/(?=[.e%])/);
  const grouped = group(whole, spec.grouping, 3) + rest.join("");
  return type !== "" && type === type.toUpperCase() ? grouped.toUpperCase() : grouped;
}

function unsignedReal(magnitude: number, { type, precision, alternate }: Spec): string {
  if (type === "%") return `${floatBody(magnitude * 100, "f", precision ?? 6, false)}%`;
  if (type !== "")
    return floatBody(magnitude, type.toLowerCase().replace("n", "g"), precision ?? 6, alternate);
  if (precision === undefined) return pythonFloatText(magnitude);
  const text = floatBody(magnitude, "g", precision, false);
  return /[.e]|inf|nan/.test(text) ? text : `${text}.0`;
}

function group(digits: string, separator: string, size: number): string {
  if (separator === "" || !/^[\da-f]+$/.test(digits)) return digits;
  const pattern = size === 3 ? /\B(?=(?:.{3})+$)/g : /\B(?=(?:.{4})+$)/g;
  return digits.replace(pattern, separator);
}

function align(sign: string, body: string, spec: Spec): string {
  const text = sign + body;
  const missing = Math.max(0, spec.width - Array.from(text).length);
  switch (spec.align) {
    case "<":
      return text + spec.fill.repeat(missing);
    case "^":
      return spec.fill.repeat(missing >> 1) + text + spec.fill.repeat(missing - (missing >> 1));
    case "=":
      return sign + spec.fill.repeat(missing) + body;
    default:
      return spec.fill.repeat(missing) + text;
  }
}
