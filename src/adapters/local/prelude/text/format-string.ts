import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { Decimal } from "decimal.js";
import { sparkError } from "../../../../errors/adapter-errors.ts";
import type { EngineError } from "../../../../errors/engine-error.ts";
import { javaDouble, javaFloat } from "./java-double.ts";

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  /** In lower case. */
  readonly letter: string;
  readonly isUpper: boolean;
}

const SPEC = /%(?:(\d+)\$)?([-#+ 0,(<]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** java.util.Formatter over Spark's internal values (a date is its day number). */
export function formatString(
  format: string,
  values: readonly DuckDBValue[],
  types: readonly DuckDBType[],
): string {
  let next = 0;
  let end = 0;
  let out = "";
  for (const match of format.matchAll(SPEC)) {
    out += format.slice(end, match.index);
    end = match.index + match[0].length;
    const spec = readSpec(match);
    if (spec.letter === "n" || spec.letter === "%") {
      out += spec.letter === "n" ? "\n" : pad("%", spec);
      continue;
    }
    const at = match[1] === undefined ? next++ : Number(match[1]) - 1;
    if (at >= values.length) throw missingArgument(match[0]);
    const text = pad(convert(values[at] ?? null, types[at], spec), spec);
    out += spec.isUpper ? text.toUpperCase() : text;
  }
  return out + format.slice(end);
}

function readSpec([, , flags = "", width = "0", precision, letter = ""]: RegExpExecArray): Spec {
  return {
    flags,
    width: Number(width),
    precision: precision === undefined ? undefined : Number(precision),
    letter: letter.toLowerCase(),
    isUpper: /[A-Z]/.test(letter),
  };
}

type Conversion = (
  value: NonNullable<DuckDBValue>,
  spec: Spec,
  type: DuckDBType | undefined,
) => string;

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  s: (value, spec, type) => cut(plainText(value, type), spec),
  d: (value, spec) => grouped(whole(value, spec), spec),
  x: radix,
  o: radix,
  c: character,
  f: (value, spec) => {
    const digits = fractional(value, spec).toFixed(spec.precision ?? 6, Decimal.ROUND_HALF_UP);
    return grouped(signed(digits, spec), spec);
  },
  e: (value, spec) => signed(exponential(fractional(value, spec), spec.precision ?? 6), spec),
  g: (value, spec) => signed(general(fractional(value, spec), spec.precision ?? 6), spec),
};

function convert(value: DuckDBValue, type: DuckDBType | undefined, spec: Spec): string {
  if (spec.letter === "b") return String(typeof value === "boolean" ? value : value !== null);
  if (value === null) return cut("null", spec);
  const conversion = CONVERSIONS[spec.letter];
  if (conversion === undefined) throw wrongConversion(spec, value);
  return conversion(value, spec, type);
}

function plainText(value: NonNullable<DuckDBValue>, type: DuckDBType | undefined): string {
  if (typeof value === "number") return numberText(value, String(type));
  if (typeof value !== "object") return String(value);
  if ("micros" in value && !("months" in value)) return String(value.micros);
  if ("days" in value && !("months" in value)) return String(value.days);
  if ("items" in value) return listText(value.items);
  if ("entries" in value && !Array.isArray(value.entries))
    return listText(Object.values(value.entries));
  return value.toString();
}

function numberText(value: number, type: string): string {
  if (type === "DOUBLE") return javaDouble(value);
  return type === "FLOAT" ? javaFloat(value) : String(value);
}

function listText(items: readonly DuckDBValue[]): string {
  const parts = items.map((item) => (item === null ? "null" : plainText(item, undefined)));
  return `[${parts.join(",")}]`;
}

function whole(value: NonNullable<DuckDBValue>, spec: Spec): string {
  if (typeof value !== "bigint" && !(typeof value === "number" && Number.isInteger(value))) {
    throw wrongConversion(spec, value);
  }
  return signed(String(value), spec);
}

function fractional(value: NonNullable<DuckDBValue>, spec: Spec): Decimal {
  if (typeof value === "number") return new Decimal(value);
  if (typeof value === "object" && "scale" in value) return new Decimal(value.toString());
  throw wrongConversion(spec, value);
}

const BITS: Readonly<Record<string, number>> = { TINYINT: 8, SMALLINT: 16, INTEGER: 32 };

function radix(value: NonNullable<DuckDBValue>, spec: Spec, type: DuckDBType | undefined): string {
  if (typeof value !== "number" && typeof value !== "bigint") throw wrongConversion(spec, value);
  const isHex = spec.letter === "x";
  const text = BigInt.asUintN(BITS[String(type)] ?? 64, BigInt(value)).toString(isHex ? 16 : 8);
  return spec.flags.includes("#") ? `${isHex ? "0x" : "0"}${text}` : text;
}

function character(value: NonNullable<DuckDBValue>, spec: Spec): string {
  if (typeof value !== "number") throw wrongConversion(spec, value);
  return String.fromCodePoint(value);
}

function exponential(value: Decimal, digits: number): string {
  return value.toExponential(digits, Decimal.ROUND_HALF_UP).replace(/e([+-])(\d)$/, "e$10$2");
}

function general(value: Decimal, digits: number): string {
  const precision = Math.max(digits, 1);
  const rounded = value.toSignificantDigits(precision, Decimal.ROUND_HALF_UP);
  if (rounded.isZero()) return rounded.toFixed(precision - 1);
  const isPlain = rounded.abs().gte(1e-4) && rounded.abs().lt(new Decimal(10).pow(precision));
  if (!isPlain) return exponential(value, precision - 1);
  return rounded.toFixed(Math.max(precision - rounded.e - 1, 0));
}

function signed(text: string, { flags }: Spec): string {
  if (text.startsWith("-")) return flags.includes("(") ? `(${text.slice(1)})` : text;
  if (flags.includes("+")) return `+${text}`;
  return flags.includes(" ") ? ` ${text}` : text;
}

function grouped(text: string, { flags }: Spec): string {
  if (!flags.includes(",")) return text;
  return text.replace(/\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));
}

function cut(text: string, { precision }: Spec): string {
  return precision === undefined ? text : text.slice(0, precision);
}

function pad(text: string, { flags, width }: Spec): string {
  if (text.length >= width) return text;
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[+\- (]/.exec(text)?.[0] ?? "";
  return `${sign}${text.slice(sign.length).padStart(width - sign.length, "0")}`;
}

function wrongConversion(spec: Spec, value: NonNullable<DuckDBValue>): EngineError {
  return sparkError(
    "INVALID_FORMAT.MISMATCH_INPUT",
    `format_string: the conversion "%${spec.letter}" does not take a value such as ${value.toString()}.`,
  );
}

function missingArgument(spec: string): EngineError {
  return sparkError("INVALID_FORMAT.MISSING_ARGUMENT", `format_string: no argument for "${spec}".`);
}
