import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
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
  const cut = limits.columns < table.columnNames.length;
  const shown = table.columnNames.slice(0, limits.columns);
  const names = shown.map((name) => truncate(name, limits.width));
  const places = shown.map((_, column) => numberPlaces(table, column, limits));
  const cells = table.rows
    .slice(0, limits.rows)
    .map((row) => [
      ...shown.map((_, column) =>
        truncate(cellText(row[column], places[column], limits.precision), limits.width),
      ),
      ...(cut ? ["..."] : []),
    ]);
  if (cut) names.push("...");
  const widths = names.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `|${row.map((text, column) => ` ${pad(table, column, text, widths[column] ?? 0)} `).join("|")}|`;
  const lines = [
    line(names),
    `| ${widths.map((w) => "-".repeat(w)).join(" | ")} |`,
    ...cells.map(line),
  ];
  if (limits.rows < table.rows.length) lines.push(line(names.map(() => "...")));
  return lines.join("\n");
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

function pad(table: AgateTable, column: number, text: string, width: number): string {
  return table.columnTypes[column] === "text" ? text.padEnd(width) : text.padStart(width);
}

function truncate(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 3)}...` : text;
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
  const digits = Math.min(places, precision);
  const text = number.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return places > precision ? `${text}…` : text;
}
