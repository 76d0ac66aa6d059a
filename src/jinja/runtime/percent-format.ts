import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { PyDict } from "../py-dict.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { PyRange } from "../py-range.ts";
import { PyTuple } from "../py-tuple.ts";
import { pythonTypeName } from "../python-types.ts";
import { pyRepr, pyStr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { exponentText, fixedText, generalText } from "./decimal-digits.ts";
import { asIndex, asNumber } from "./numbers.ts";

const DIRECTIVE = /%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?([\s\S])?/g;

interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly type: string;
}

/** Python's `format % values`. */
export function percentFormat(format: string, values: unknown): string {
  const args = new FormatArguments(values);
  const text = format.replace(DIRECTIVE, (whole, ...groups: unknown[]) => {
    const [key, flags, width, precision, type] = groups as (string | undefined)[];
    if (type === undefined) throw pythonError("ValueError", "incomplete format");
    if (whole === "%%") return "%";
    const hasPrecision = whole.includes(".");
    const source = key === undefined ? undefined : args.named(key);
    const directive = {
      flags: flags ?? "",
      width: measure(width, args) ?? 0,
      precision: hasPrecision ? (measure(precision, args) ?? 0) : undefined,
      type,
    };
    return formatOne(source === undefined ? args.next() : source.value, directive, format);
  });
  args.finish();
  return text;
}

/** `*` takes the width from the values. */
function measure(text: string | undefined, args: FormatArguments): number | undefined {
  if (text !== "*") return text === undefined ? undefined : Number(text);
  const value = asIndex(args.next());
  if (value === undefined) throw pythonError("TypeError", "* wants int");
  return value;
}

class FormatArguments {
  readonly #values: unknown;
  readonly #items: readonly unknown[];
  #used = 0;

  constructor(values: unknown) {
    this.#values = values;
    this.#items = values instanceof PyTuple ? values.items : [values];
  }

  named(key: string): { value: unknown } {
    if (!(this.#values instanceof PyDict))
      throw pythonError("TypeError", "format requires a mapping");
    const value = this.#values.get(key);
    if (value === MISSING) throw pythonError("KeyError", pyRepr(key));
    this.#used = this.#items.length;
    return { value };
  }

  next(): unknown {
    if (this.#used >= this.#items.length) {
      throw pythonError("TypeError", "not enough arguments for format string");
    }
    this.#used += 1;
    return this.#items[this.#used - 1];
  }

  /** What has items may stay unused on the right; anything else may not. */
  finish(): void {
    const container = hasItems(this.#values);
    if (this.#used < this.#items.length && !container) {
      throw pythonError("TypeError", "not all arguments converted during string formatting");
    }
  }
}

function hasItems(value: unknown): boolean {
  if (Array.isArray(value) || value instanceof PyDict || value instanceof PyRange) return true;
  if (isHostObject(value)) return value[HOST].getItem !== undefined;
  return value instanceof UndefinedValue;
}

type Formatter = (value: unknown, directive: Directive) => string;

const asText: Formatter = (value, directive) =>
  pad(pyStr(value).slice(0, directive.precision), directive);
const asRepr: Formatter = (value, directive) =>
  pad(pyRepr(value).slice(0, directive.precision), directive);
const asInteger: Formatter = (value, directive) =>
  padNumber(decimalInteger(value, directive), directive);
const asRadix: Formatter = (value, directive) =>
  padNumber(radixInteger(value, directive), directive);
const asReal: Formatter = (value, directive) => padNumber(floating(value, directive), directive);

const FORMATTERS = new Map<string, Formatter>([
  ["s", asText],
  ["r", asRepr],
  ["a", (value, directive) => pad(asciiOnly(pyRepr(value)), directive)],
  ["c", (value, directive) => pad(character(value), directive)],
  ...Array.from("diu", (type) => [type, asInteger] as const),
  ...Array.from("xXo", (type) => [type, asRadix] as const),
  ...Array.from("fFeEgG", (type) => [type, asReal] as const),
]);

function formatOne(value: unknown, directive: Directive, format: string): string {
  const formatter = FORMATTERS.get(directive.type);
  if (formatter === undefined) throw unsupportedCharacter(directive.type, format);
  return formatter(value, directive);
}

function unsupportedCharacter(type: string, format: string): EngineError {
  const code = (type.codePointAt(0) ?? 0).toString(16);
  const index = format.indexOf(type, format.indexOf("%"));
  return pythonError(
    "ValueError",
    `unsupported format character '${type}' (0x${code}) at index ${String(index)}`,
  );
}

function asciiOnly(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
    if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
    return `\\U${code.toString(16).padStart(8, "0")}`;
  });
}

function character(value: unknown): string {
  if (typeof value === "string" && Array.from(value).length === 1) return value;
  const code = asIndex(value);
  if (code !== undefined) return characterOf(code);
  throw pythonError("TypeError", "%c requires int or char");
}

export function characterOf(code: number): string {
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  throw pythonError("OverflowError", "%c arg not in range(0x110000)");
}

/** The sign and the digits of a number, apart, so that zeros can go between. */
interface Signed {
  readonly sign: string;
  readonly body: string;
}

function decimalInteger(value: unknown, { type, precision, flags }: Directive): Signed {
  if (value instanceof UndefinedValue) throw value.error();
  const number = asNumber(value);
  if (number === undefined) {
    throw pythonError(
      "TypeError",
      `%${type} format: a real number is required, not ${pythonTypeName(value)}`,
    );
  }
  const whole = typeof number.value === "bigint" ? number.value : truncated(number.value);
  return signed(
    whole < 0n,
    String(whole < 0n ? -whole : whole).padStart(precision ?? 0, "0"),
    flags,
  );
}

function truncated(value: number): bigint {
  if (Number.isNaN(value)) throw pythonError("ValueError", "cannot convert float NaN to integer");
  if (Number.isFinite(value)) return BigInt(Math.trunc(value));
  throw pythonError("OverflowError", "cannot convert float infinity to integer");
}

function radixInteger(value: unknown, { type, precision, flags }: Directive): Signed {
  const number = asNumber(value);
  if (number?.kind !== "int") {
    throw pythonError(
      "TypeError",
      `%${type} format: an integer is required, not ${pythonTypeName(value)}`,
    );
  }
  const whole = BigInt(number.value);
  const radix = type === "o" ? 8 : 16;
  const digits = (whole < 0n ? -whole : whole).toString(radix).padStart(precision ?? 0, "0");
  const prefix = flags.includes("#") ? `0${type === "X" ? "x" : type}` : "";
  const body = prefix + digits;
  return signed(whole < 0n, type === "X" ? body.toUpperCase() : body, flags);
}

function floating(value: unknown, { type, precision, flags }: Directive): Signed {
  if (value instanceof UndefinedValue) throw value.error();
  const number = asNumber(value);
  if (number === undefined) {
    throw pythonError("TypeError", `must be real number, not ${pythonTypeName(value)}`);
  }
  const real = Number(number.value);
  const negative = real < 0 || Object.is(real, -0);
  const text = floatBody(Math.abs(real), type.toLowerCase(), precision ?? 6, flags.includes("#"));
  return signed(negative, type === type.toUpperCase() ? text.toUpperCase() : text, flags);
}

/** `f`, `e` or `g` of a number that is not negative. */
export function floatBody(
  value: number,
  type: string,
  precision: number,
  alternate: boolean,
): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return "inf";
  if (type === "f") return fixedText(value, precision);
  if (type === "e") return exponentText(value, precision);
  return generalText(value, precision, alternate);
}

function signed(negative: boolean, body: string, flags: string): Signed {
  const positive = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  return { sign: negative ? "-" : positive, body };
}

function padNumber({ sign, body }: Signed, directive: Directive): string {
  const zeros = directive.flags.includes("0") && !directive.flags.includes("-");
  if (!zeros) return pad(sign + body, directive);
  return sign + body.padStart(directive.width - sign.length, "0");
}

function pad(text: string, { flags, width }: Directive): string {
  const missing = " ".repeat(Math.max(0, width - Array.from(text).length));
  return flags.includes("-") ? text + missing : missing + text;
}
