import { pythonError } from "../errors/jinja-errors.ts";
import { PyFloat } from "../util/python-values.ts";
import { PyDict } from "./py-dict.ts";
import { PyTuple } from "./py-tuple.ts";
import { pythonTypeName } from "./python-types.ts";
import { UndefinedValue } from "./undefined-value.ts";
import { asIndex } from "./runtime/numbers.ts";
import { pythonFloatText } from "../util/python-float-text.ts";
import { pySorted } from "./python-ordering.ts";

export interface JsonOptions {
  /** An integer, a text, or None for one line. */
  readonly indent: unknown;
  readonly sortKeys: boolean;
}

interface Layout {
  readonly sortKeys: boolean;
  /** Undefined for one line. */
  readonly indent: string | undefined;
}

/** Python's `json.dumps(value)`: `", "` and `": "` between parts, everything but ASCII escaped. */
export function toJsonText(value: unknown, { indent, sortKeys }: JsonOptions): string {
  const spaces = asIndex(indent);
  const text =
    typeof indent === "string"
      ? indent
      : spaces === undefined
        ? undefined
        : " ".repeat(Math.max(0, spaces));
  return write(value, { sortKeys, indent: text }, "\n");
}

function write(value: unknown, layout: Layout, newline: string): string {
  if (typeof value === "string") return jsonString(value);
  if (typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "bigint") return jsonNumber(value);
  if (value instanceof PyFloat) return jsonFloat(value.value);
  if (Array.isArray(value)) return writeItems(value, layout, newline);
  if (value instanceof PyTuple) return writeItems(value.items, layout, newline);
  if (value instanceof PyDict) return writeDict(value, layout, newline);
  const type =
    value instanceof UndefinedValue ? "Undefined" : pythonTypeName(value).split(".").pop();
  throw pythonError("TypeError", `Object of type ${type ?? ""} is not JSON serializable`);
}

function jsonNumber(value: number | bigint): string {
  return typeof value === "number" && !Number.isInteger(value) ? jsonFloat(value) : String(value);
}

function jsonFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return pythonFloatText(value);
  return value > 0 ? "Infinity" : "-Infinity";
}

function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function writeItems(items: readonly unknown[], layout: Layout, newline: string): string {
  if (items.length === 0) return "[]";
  const inner = newline + (layout.indent ?? "");
  return wrap(
    items.map((item) => write(item, layout, inner)),
    ["[", "]"],
    layout,
    newline,
  );
}

function writeDict(dict: PyDict, layout: Layout, newline: string): string {
  if (dict.size === 0) return "{}";
  const inner = newline + (layout.indent ?? "");
  const entries = [...dict.entries()];
  const sorted = layout.sortKeys ? sortedByKey(entries) : entries;
  const parts = sorted.map(
    ([key, value]) => `${jsonString(keyText(key))}: ${write(value, layout, inner)}`,
  );
  return wrap(parts, ["{", "}"], layout, newline);
}

function sortedByKey(
  entries: readonly (readonly [unknown, unknown])[],
): (readonly [unknown, unknown])[] {
  const order = pySorted(entries.keys(), (index) => entries[Number(index)]?.[0]);
  return order.flatMap((index) => {
    const entry = entries[Number(index)];
    return entry === undefined ? [] : [entry];
  });
}

function wrap(
  parts: readonly string[],
  [open, close]: readonly [string, string],
  layout: Layout,
  newline: string,
): string {
  if (layout.indent === undefined) return open + parts.join(", ") + close;
  const inner = newline + layout.indent;
  return open + inner + parts.join(`,${inner}`) + newline + close;
}

/** JSON has only string keys; Python writes the others as it would write the values. */
function keyText(key: unknown): string {
  if (typeof key === "string") return key;
  const plain = key === null || ["boolean", "number", "bigint"].includes(typeof key);
  if (plain || key instanceof PyFloat)
    return write(key, { sortKeys: false, indent: undefined }, "");
  throw pythonError(
    "TypeError",
    `keys must be str, int, float, bool or None, not ${pythonTypeName(key)}`,
  );
}
