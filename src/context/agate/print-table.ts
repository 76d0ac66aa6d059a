import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import {
  columnNumber,
  cutText,
  dotsColumn,
  markdownTable,
  type MarkdownColumn,
} from "../../util/markdown-table.ts";
import type { AgateTable } from "../agate-table.ts";
import { bindCall } from "../members/call-arguments.ts";
import { isDecimalObject } from "../decimal-object.ts";
import { decimalPlaces } from "../decimal/decimal-text.ts";

interface Limits {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly precision: number;
}

/** agate's `print_table`: a Markdown table, cut at 20 rows, 6 columns, 20 characters, 3 decimals. */
export function printedTable(table: AgateTable, args: CallArguments): string {
  const limits = readLimits(args);
  const rows = table.rows.slice(0, limits.rows);
  const columns = table.columnNames
    .slice(0, limits.columns)
    .map((name, at) => printedColumn(table, { name, at }, rows, limits));
  if (limits.columns < table.columnNames.length)
    columns.push(dotsColumn(rows.length, table.columnTypes[limits.columns] === "text"));
  const more = limits.rows < table.rows.length;
  const cut = more ? columns.map((each) => ({ ...each, cells: [...each.cells, "..."] })) : columns;
  return markdownTable(cut).join("\n");
}

function printedColumn(
  table: AgateTable,
  { name, at }: { readonly name: string; readonly at: number },
  rows: AgateTable["rows"],
  limits: Limits,
): MarkdownColumn {
  const places = numberPlaces(table, at, limits);
  return {
    name: cutText(name, limits.width),
    cells: rows.map((row) => cutText(cellText(row[at], places, limits.precision), limits.width)),
    left: table.columnTypes[at] === "text",
  };
}

function readLimits(args: CallArguments): Limits {
  const bound = bindCall(
    "print_table",
    ["max_rows", "max_columns", "output", "max_column_width", "locale", "max_precision"],
    args,
  );
  const limit = (value: unknown, standard: number): number => {
    if (value === undefined) return standard;
    return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
  };
  return {
    rows: limit(bound.max_rows, 20),
    columns: limit(bound.max_columns, 6),
    width: limit(bound.max_column_width, 20),
    precision: limit(bound.max_precision, 3),
  };
}

/** Decimals to show in a column of numbers; undefined elsewhere. */
function numberPlaces(table: AgateTable, column: number, limits: Limits): number | undefined {
  if (table.columnTypes[column] !== "number") return undefined;
  const values = table.rows.slice(0, limits.rows).map((row) => row[column]);
  return Math.max(0, ...values.map((v) => (isDecimalObject(v) ? decimalPlaces(v.decimal) : 0)));
}

function cellText(value: unknown, places: number | undefined, precision: number): string {
  if (value === null) return "";
  if (places === undefined || !isDecimalObject(value)) return pyStr(value);
  const number = Number(value.decimal);
  if (!Number.isFinite(number)) return value.decimal;
  return columnNumber(number, places, precision);
}
