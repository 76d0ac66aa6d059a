import { PyFloat } from "./python-values.ts";
import { pythonFloatText } from "./python-float-text.ts";

/** Python's `json.dumps(value, sort_keys=True)`: `{"a": 1, "b": [2, 3]}`, non-ASCII escaped. */
export function pythonJson(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return asciiString(value);
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${asciiString(key)}: ${pythonJson(item)}`).join(", ")}}`;
  }
  return String(value as number | bigint | boolean);
}

function asciiString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
