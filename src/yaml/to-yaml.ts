import { pythonFloatText } from "../util/python-float-text.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { writeYamlString } from "./write-yaml-string.ts";
import type { StringPosition } from "./write-yaml-string.ts";

export interface ToYamlOptions {
  readonly sortKeys?: boolean;
  /** Indents the lists inside mappings, as dbt's own files have them. */
  readonly indentLists?: boolean;
}

/**
 * Writes a value as PyYAML's `safe_dump` does: block style, strings quoted only where they must be,
 * lines folded past 80 columns, non-ASCII escaped.
 *
 * @param value - what `readYaml` gives; mappings may also be a Map
 */
export function toYaml(value: unknown, options: ToYamlOptions = {}): string {
  const scalar = scalarText(value, { column: 0, continueAt: 2, isKey: false });
  if (scalar === undefined) return `${writeCollection(value, 0, options)}\n`;
  // A bare plain scalar could go on; PyYAML ends the document.
  return /^["']/.test(scalar) ? `${scalar}\n` : `${scalar}\n...\n`;
}

function writeCollection(value: unknown, indent: number, options: ToYamlOptions): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return value.map((item) => `- ${writeItem(item, indent + 2, options)}`).join(newline(indent));
  }
  const entries = entriesOf(value, options.sortKeys === true);
  if (entries.length === 0) return "{}";
  return entries.map(([key, item]) => writePair(key, item, indent, options)).join(newline(indent));
}

/** An item stands on the dash's line, a nested collection too. */
function writeItem(item: unknown, indent: number, options: ToYamlOptions): string {
  const position = { column: indent, continueAt: indent, isKey: false };
  return scalarText(item, position) ?? writeCollection(item, indent, options);
}

function writePair(key: string, item: unknown, indent: number, options: ToYamlOptions): string {
  const column = indent + key.length + 2;
  const scalar = scalarText(item, { column, continueAt: indent + 2, isKey: false });
  if (scalar !== undefined) return `${key}: ${scalar}`;
  if (isEmpty(item)) return `${key}: ${Array.isArray(item) ? "[]" : "{}"}`;
  const deeper = Array.isArray(item) && options.indentLists !== true ? indent : indent + 2;
  return `${key}:${newline(deeper)}${writeCollection(item, deeper, options)}`;
}

function entriesOf(value: unknown, sortKeys: boolean): readonly (readonly [string, unknown])[] {
  const pairs = value instanceof Map ? [...value] : Object.entries(value as object);
  const entries = pairs.map(([key, item]): readonly [string, unknown] => [
    scalarText(key, { column: 0, continueAt: 0, isKey: true }) ?? String(key),
    item,
  ]);
  return sortKeys ? entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : entries;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map ? value.size === 0 : Object.keys(value as object).length === 0;
}

/** A scalar's text; undefined for collections. */
function scalarText(value: unknown, position: StringPosition): string | undefined {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof PyFloat) return floatText(value.value);
  if (value instanceof PyDate) return value.iso;
  if (value instanceof PyDateTime) return value.iso.replace("T", " ");
  return typeof value === "string" ? writeYamlString(value, position) : undefined;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
  const text = pythonFloatText(value);
  return text.includes(".") ? text : text.replace("e", ".0e");
}

function newline(indent: number): string {
  return `\n${" ".repeat(indent)}`;
}
