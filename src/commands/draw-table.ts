import type { Cell, ResultColumn } from "../adapter/connection.ts";
import {
  columnNumber,
  cutText,
  dotsColumn,
  markdownTable,
  type MarkdownColumn,
} from "../util/markdown-table.ts";
import { cellText } from "./cell-text.ts";

const MOST_COLUMNS = 6;
const WIDEST_COLUMN = 20;
const MOST_DECIMALS = 3;

/**
 * Rows as dbt's `show` draws them (agate's print_table): a Markdown table of at most six columns
 * unless told otherwise, each at most 20 characters wide, numbers with at most three decimals.
 */
export function drawTable(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  mostColumns = MOST_COLUMNS,
): string {
  const shown = columns.slice(0, mostColumns);
  const table = shown.map((column, index) => drawColumn(column, rows, index));
  if (columns.length > mostColumns) table.push(dotsColumn(rows.length, isText(columns.at(-1))));
  return markdownTable(table)
    .map((line) => `${line}\n`)
    .join("");
}

function drawColumn(
  column: ResultColumn,
  rows: readonly (readonly Cell[])[],
  index: number,
): MarkdownColumn {
  const texts = rows.map((row) => {
    const cell = row[index] ?? null;
    return cell === null ? "" : cellText(cell, column.type);
  });
  const cells = isDecimal(column) ? alignDecimals(texts) : texts;
  return {
    name: cutText(column.name, WIDEST_COLUMN),
    cells: cells.map((cell) => cutText(cell, WIDEST_COLUMN)),
    left: isText(column),
  };
}

/** Same number of decimals for the whole column. */
function alignDecimals(texts: readonly string[]): readonly string[] {
  const places = Math.max(
    0,
    ...texts.map((text) => text.split(".")[1]?.replace(/0+$/, "").length ?? 0),
  );
  return texts.map((text) => {
    const number = Number(text);
    if (text === "" || !Number.isFinite(number)) return text;
    return columnNumber(number, places, MOST_DECIMALS);
  });
}

function isDecimal(column: ResultColumn): boolean {
  return /^(decimal|double|float)/.test(column.type);
}

function isText(column: ResultColumn | undefined): boolean {
  return !/^(decimal|double|float|tinyint|smallint|int|bigint|boolean|date|timestamp)/.test(
    column?.type ?? "",
  );
}
