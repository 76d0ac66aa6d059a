import type { DuckDBValue } from "@duckdb/node-api";
import type { SparkType } from "../../../../sql/spark-type.ts";
import { valueToJson } from "../json/to-json.ts";
import type { CsvOptions } from "./csv-options.ts";

/** to_csv: the fields of a struct as one record. */
export function structToCsv(value: DuckDBValue, type: SparkType, options: CsvOptions): string {
  if (type.kind !== "struct" || typeof value !== "object" || value === null) return "";
  if (!("entries" in value)) return "";
  const entries = value.entries as Readonly<Record<string, DuckDBValue>>;
  return type.fields
    .map((field) => fieldText(entries[field.name] ?? null, field.type, options))
    .join(options.format.separator);
}

function fieldText(value: DuckDBValue, type: SparkType, options: CsvOptions): string {
  const { values } = options;
  if (value === null) return values.get("nullvalue") ?? "";
  const json = valueToJson(value, type, options);
  const text = json.startsWith('"') ? String(JSON.parse(json)) : json;
  const keepsStart = values.get("ignoreleadingwhitespace") === "false";
  const keepsEnd = values.get("ignoretrailingwhitespace") === "false";
  const start = keepsStart ? text : text.trimStart();
  return quoted(keepsEnd ? start : start.trimEnd(), options);
}

/** Quotes where the text would not read back without. */
function quoted(text: string, { format, values }: CsvOptions): string {
  if (text === "") return values.get("emptyvalue") ?? '""';
  const { escape, quote, separator } = format;
  const isSpecial = text.includes(separator) || text.includes(quote) || /[\r\n]/.test(text);
  if (!isSpecial && values.get("quoteall") !== "true") return text;
  return `${quote}${text.replaceAll(quote, `${escape}${quote}`)}${quote}`;
}
