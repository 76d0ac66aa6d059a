import { javaDouble } from "../text/java-double.ts";
import type { JsonValue } from "./json-value.ts";

/** JSON text as Jackson's generator copies it: doubles in Java's form, no spaces. */
export function writeJson(value: JsonValue): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(value.value);
    case "number":
      return numberText(value.text);
    case "string":
      return quoteJson(value.value);
    case "array":
      return `[${value.items.map(writeJson).join(",")}]`;
    case "object":
      return `{${value.entries.map(([key, item]) => `${quoteJson(key)}:${writeJson(item)}`).join(",")}}`;
  }
}

/** Whole numbers stay; numbers with a point or exponent become doubles. */
export function numberText(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  if (/[A-Za-z]{3}/.test(text)) return quoteJson(text);
  return javaDouble(Number(text));
}

/** A JSON string with Jackson's escapes. */
export function quoteJson(text: string): string {
  return JSON.stringify(text).replace(
    /\\u00([0-9a-f]{2})/g,
    (_, hex: string) => `\\u00${hex.toUpperCase()}`,
  );
}
