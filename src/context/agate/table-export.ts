import { fromPython } from "../../jinja/convert.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { pythonTypeName } from "../../jinja/python-types.ts";
import { isDecimalObject } from "../decimal-object.ts";
import type { AgateTable } from "../agate-table.ts";

/** The table as CSV with `\n` line ends; NULL is an empty cell. */
export function csvText(table: AgateTable): string {
  const lines = [table.columnNames, ...table.rows.map((row) => row.map(cellText))];
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
}

function cellText(value: unknown): string {
  if (value === null) return "";
  const text = pyStr(value);
  return pythonTypeName(value) === "datetime.datetime" ? text.replace(" ", "T") : text;
}

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One object per row, keys in column order. */
export function jsonRows(table: AgateTable): Record<string, unknown>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columnNames.map((name, index) => [name, jsonCell(row[index])])),
  );
}

function jsonCell(value: unknown): unknown {
  return isDecimalObject(value) ? Number(value.decimal) : fromPython(value);
}
