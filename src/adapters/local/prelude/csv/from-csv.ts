import { bug } from "../../../../errors/bug.ts";
import type { SparkType, StructField } from "../../../../sql/spark-type.ts";
import { splitCsvRecord } from "../../../../util/csv-record.ts";
import { readTypeText } from "../../values/read-type-text.ts";
import { failFast } from "../json/from-json.ts";
import type { JsonValue } from "../json/json-value.ts";
import { shape, type Shaper } from "../json/shape-value.ts";
import { quoteJson } from "../json/write-json.ts";
import { readCsvOptions, type CsvOptions } from "./csv-options.ts";

/**
 * from_csv: one record as JSON text of exactly the schema's shape, for DuckDB to cast. A field that does
 * not read is null, and so is one that is not there.
 */
export function csvForSchema(
  text: string,
  schema: string,
  optionsText: string,
  zone: string,
): string {
  const type = readTypeText(schema);
  if (type.kind !== "struct") throw bug(`from_csv needs a struct, and has ${schema}`);
  const options = readCsvOptions(optionsText, zone);
  const corrupt = options.values.get("columnnameofcorruptrecord") ?? "_corrupt_record";
  const columns = type.fields.filter((field) => field.name !== corrupt);
  const record = readRecord(text, columns, options);
  const parts = new Map(columns.map(({ name }, at) => [name, record.parts[at] ?? "null"]));
  const bad = record.isBad ? quoteJson(text) : "null";
  const entries = type.fields.map(
    ({ name }) => `${quoteJson(name)}:${name === corrupt ? bad : (parts.get(name) ?? "null")}`,
  );
  return `{${entries.join(",")}}`;
}

interface Record {
  readonly parts: readonly string[];
  /** A field does not read, or the record has too many or too few. */
  readonly isBad: boolean;
}

function readRecord(
  text: string,
  columns: readonly StructField[],
  { format, values, zone }: CsvOptions,
): Record {
  const fields = text === "" ? [] : splitCsvRecord(text, format);
  const shaper: Shaper = { zone, options: values };
  const nullText = values.get("nullvalue") ?? "";
  let isBad = text !== "" && fields.length !== columns.length;
  const parts = columns.map(({ type }, at) => {
    const field = trimmed(fields[at], values);
    if (field === undefined || field === nullText) return "null";
    const part = shape(jsonOf(field, type, values), type, shaper);
    isBad ||= part === "null";
    return part;
  });
  if (isBad) failFast(values, text);
  return { parts, isBad };
}

function trimmed(
  field: string | undefined,
  values: ReadonlyMap<string, string>,
): string | undefined {
  const leading = values.get("ignoreleadingwhitespace") === "true";
  const trailing = values.get("ignoretrailingwhitespace") === "true";
  const start = leading ? field?.trimStart() : field;
  return trailing ? start?.trimEnd() : start;
}

const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?$/;

/** A field's text as the JSON value that the type reads. */
function jsonOf(field: string, type: SparkType, values: ReadonlyMap<string, string>): JsonValue {
  const none: JsonValue = { kind: "null" };
  switch (type.kind) {
    case "tinyint":
    case "smallint":
    case "int":
    case "bigint":
      return WHOLE.test(field) ? { kind: "number", text: String(BigInt(unsigned(field))) } : none;
    case "float":
    case "double":
      return doubleOf(field, values) ?? none;
    case "boolean":
      return /^(true|false)$/i.test(field)
        ? { kind: "boolean", value: field.toLowerCase() === "true" }
        : none;
    case "decimal":
    case "year-month":
    case "day-time":
      return { kind: "string", value: field.trim() };
    case "array":
    case "map":
    case "struct":
    case "binary":
      throw bug(`from_csv does not read ${type.kind}`);
    default:
      return { kind: "string", value: field };
  }
}

function unsigned(text: string): string {
  return text.startsWith("+") ? text.slice(1) : text;
}

function doubleOf(field: string, values: ReadonlyMap<string, string>): JsonValue | undefined {
  const special: readonly (readonly [string, string])[] = [
    [values.get("nanvalue") ?? "NaN", "NaN"],
    [values.get("positiveinf") ?? "Inf", "INF"],
    [values.get("negativeinf") ?? "-Inf", "-INF"],
  ];
  const found = special.find(([word]) => word === field);
  if (found !== undefined) return { kind: "string", value: found[1] };
  const text = field.trim();
  return NUMBER.test(text)
    ? { kind: "number", text: String(Number(text.replace(/[dDfF]$/, ""))) }
    : undefined;
}
