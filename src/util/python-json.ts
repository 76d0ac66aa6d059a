import { PyDate, PyDateTime, PyFloat } from "./python-values.ts";
import { pythonFloatText } from "./python-float-text.ts";

/**
 * Python's `json.dumps`: `{"a": 1, "b": [2, 3]}`, non-ASCII escaped.
 *
 * @param order - `sorted` is `sort_keys=True`
 */
export function pythonJson(value: unknown, order: "sorted" | "as-is" = "sorted"): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return asciiString(value);
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  if (Array.isArray(value)) return `[${value.map((item) => pythonJson(item, order)).join(", ")}]`;
  if (value instanceof PyDate || value instanceof PyDateTime) return asciiString(value.iso);
  if (typeof value === "object") {
    const entries = Object.entries(value);
    if (order === "sorted") entries.sort(([a], [b]) => (a < b ? -1 : 1));
    const pairs = entries.map(([key, item]) => `${asciiString(key)}: ${pythonJson(item, order)}`);
    return `{${pairs.join(", ")}}`;
  }
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function asciiString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
