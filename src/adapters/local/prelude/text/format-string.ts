import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { Decimal } from "decimal.js";
import { sparkError } from "../../../../errors/adapter-errors.ts";
import type { EngineError } from "../../../../errors/engine-error.ts";
import { javaDouble, javaFloat } from "./java-double.ts";

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly letter: string;
}

const SPEC = /%(?:(\d+)\$)?([-#+ 0,(<]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** java.util.Formatter over Spark's internal values (a date is its day number). */
export function formatString(
  format: string,
  values: readonly DuckDBValue[],
  types: readonly DuckDBType[],
): string {
  let next = 0;
  return format.replace(
    SPEC,
    (_, position?: string, flags = "", width?: string, precision?: string, letter = "") => {
      if (letter === "n") return "\n";
      const spec: Spec = {
        flags,
        width: Number(width ?? 0),
        precision: precision === undefined ? undefined : Number(precision),
        letter,
      };
      if (letter === "%") return pad("%", spec);
      const at = position === undefined ? next++ : Number(position) - 1;
      if (at >= values.length) throw missingArgument(`%${letter}`);
      const text = pad(convert(values[at] ?? null, types[at], spec), spec);
      return /[A-Z]/.test(letter) ? text.toUpperCase() : text;
    },
  );
}

function convert(value: DuckDBValue, type: DuckDBType | undefined, spec: Spec): string {
  const letter = spec.letter.toLowerCase();
  if (letter === "b")
    return String(value === null ? false : typeof value === "boolean" ? value : true);
  if (value === null) return cut("null", spec);
  switch (letter) {
    case "s":
      return cut(plainText(value, type), spec);
    case "d":
      return grouped(whole(value, spec), spec);
    case "x":
    case "o":
      return radix(value, type, spec);
    case "c":
      return character(value);
    case "f":
      return grouped(
        signed(fractional(value, spec).toFixed(spec.precision ?? 6, Decimal.ROUND_HALF_UP), spec),
        spec,
      );
    case "e":
      return signed(exponential(fractional(value, spec), spec.precision ?? 6), spec);
    case "g":
      return signed(general(fractional(value, spec), spec.precision ?? 6), spec);
    default:
      throw wrongConversion(spec, value);
  }
}

function plainText(value: NonNullable<DuckDBValue>, type: DuckDBType | undefined): string {
  if (typeof value === "number") {
    const name = String(type);
    if (name === "DOUBLE") return javaDouble(value);
    return name === "FLOAT" ? javaFloat(value) : String(value);
  }
  if (typeof value !== "object") return String(value);
  if ("micros" in value && !("months" in value)) return String(value.micros);
  if ("days" in value && !("months" in value)) return String(value.days);
  if ("items" in value)
    return `[${value.items.map((item) => (item === null ? "null" : plainText(item, undefined))).join(",")}]`;
  if ("entries" in value && !Array.isArray(value.entries)) {
    return `[${Object.values(value.entries)
      .map((item) => (item === null ? "null" : plainText(item, undefined)))
      .join(",")}]`;
  }
  return value.toString();
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

function radix(value: NonNullable<DuckDBValue>, type: DuckDBType | undefined, spec: Spec): string {
  if (typeof value !== "number" && typeof value !== "bigint") throw wrongConversion(spec, value);
  const bits = { TINYINT: 8, SMALLINT: 16, INTEGER: 32 }[String(type)] ?? 64;
  const text = BigInt.asUintN(bits, BigInt(value)).toString(
    spec.letter.toLowerCase() === "x" ? 16 : 8,
  );
  return spec.flags.includes("#")
    ? `${spec.letter.toLowerCase() === "x" ? "0x" : "0"}${text}`
    : text;
}

function character(value: NonNullable<DuckDBValue>): string {
  return typeof value === "number" ? String.fromCodePoint(value) : String(value);
}

function exponential(value: Decimal, digits: number): string {
  return value.toExponential(digits, Decimal.ROUND_HALF_UP).replace(/e([+-])(\d)$/, "e$10$2");
}

function general(value: Decimal, digits: number): string {
  const precision = Math.max(digits, 1);
  const rounded = value.toSignificantDigits(precision, Decimal.ROUND_HALF_UP);
  if (
    rounded.isZero() ||
    (rounded.abs().gte(1e-4) && rounded.abs().lt(new Decimal(10).pow(precision)))
  ) {
    const behind = rounded.isZero() ? precision - 1 : precision - rounded.e - 1;
    return rounded.toFixed(Math.max(behind, 0));
  }
  return exponential(value, precision - 1);
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

function wrongConversion(spec: Spec, value: unknown): EngineError {
  return sparkError(
    "INVALID_FORMAT.MISMATCH_INPUT",
    `format_string: the conversion "%${spec.letter}" does not take a value such as ${String(value)}.`,
  );
}

function missingArgument(spec: string): EngineError {
  return sparkError("INVALID_FORMAT.MISSING_ARGUMENT", `format_string: no argument for "${spec}".`);
}
