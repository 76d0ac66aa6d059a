import { sparkError } from "../../../../errors/adapter-errors.ts";
import type { SparkType } from "../../../../sql/spark-type.ts";
import { readTypeText } from "../../values/read-type-text.ts";
import type { JsonValue } from "./json-value.ts";
import { readJson, SPARK_JSON, type JsonReadOptions } from "./read-json.ts";
import { shape, type Shaper } from "./shape-value.ts";
import { quoteJson, writeJson } from "./write-json.ts";

/**
 * from_json: JSON text of exactly the schema's shape, for DuckDB to cast. What does not fit is null;
 * text that is no JSON is a row of nulls (or null where the schema is no struct).
 */
export function jsonForSchema(
  text: string,
  schema: string,
  optionsText: string,
  zone: string,
): string | null {
  if (text.trim() === "") return null;
  const type = readTypeText(schema);
  const options = readOptions(optionsText);
  const root = readJson(text, options.read);
  if (root === undefined) return malformed(type, text, options);
  const shaper: Shaper = { zone, options: options.values };
  if (type.kind === "struct") return firstStruct(root, type, { text, options, shaper });
  if (type.kind === "array" && type.element.kind === "struct" && root.kind === "object") {
    return `[${shape(root, type.element, shaper)}]`;
  }
  const shaped = shape(root, type, shaper);
  return shaped === "null" ? null : shaped;
}

/** A struct takes an object, or the first of an array's. */
function firstStruct(
  root: JsonValue,
  type: SparkType,
  {
    text,
    options,
    shaper,
  }: { readonly text: string; readonly options: FromJsonOptions; readonly shaper: Shaper },
): string | null {
  const first = root.kind === "array" ? root.items[0] : root;
  if (first === undefined) return null;
  return first.kind === "object" ? shape(first, type, shaper) : malformed(type, text, options);
}

interface FromJsonOptions {
  readonly read: JsonReadOptions;
  readonly values: ReadonlyMap<string, string>;
}

const optionsCache = new Map<string, FromJsonOptions>();

function readOptions(text: string): FromJsonOptions {
  const cached = optionsCache.get(text);
  if (cached !== undefined) return cached;
  const root = text === "" ? undefined : readJson(text);
  const entries = root?.kind === "object" ? root.entries : [];
  const values = new Map(
    entries.map(([key, value]) => [
      key.toLowerCase(),
      value.kind === "string" ? value.value : writeJson(value),
    ]),
  );
  const flag = (name: keyof JsonReadOptions): boolean => {
    const given = values.get(name.toLowerCase());
    return given === undefined ? SPARK_JSON[name] : given === "true";
  };
  const read: JsonReadOptions = {
    allowSingleQuotes: flag("allowSingleQuotes"),
    allowUnquotedFieldNames: flag("allowUnquotedFieldNames"),
    allowNumericLeadingZeros: flag("allowNumericLeadingZeros"),
    allowComments: flag("allowComments"),
    allowNonNumericNumbers: flag("allowNonNumericNumbers"),
    allowUnescapedControls: values.get("allowunquotedcontrolchars") === "true",
  };
  const options = { read, values };
  if (optionsCache.size < 200) optionsCache.set(text, options);
  return options;
}

/** Throws for a text that does not read, where the option `mode` says FAILFAST. */
export function failFast(options: ReadonlyMap<string, string>, text: string): void {
  if (options.get("mode")?.toUpperCase() !== "FAILFAST") return;
  throw sparkError(
    "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION",
    `Malformed records are detected in record parsing: ${text}. Parse Mode: FAILFAST. To process malformed records as null result, try setting the option 'mode' as 'PERMISSIVE'.`,
  );
}

/** PERMISSIVE: nulls, with the text in the column for corrupt records if the schema has it. */
function malformed(type: SparkType, text: string, { values }: FromJsonOptions): string | null {
  failFast(values, text);
  if (type.kind !== "struct") return null;
  const corrupt = values.get("columnnameofcorruptrecord") ?? "_corrupt_record";
  const fields = type.fields.map(
    (field) => `${quoteJson(field.name)}:${field.name === corrupt ? quoteJson(text) : "null"}`,
  );
  return `{${fields.join(",")}}`;
}
