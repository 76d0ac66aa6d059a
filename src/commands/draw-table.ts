import type { Cell, ResultColumn } from "../adapter/connection.ts";
import { cellText } from "./cell-text.ts";

const MOST_COLUMNS = 6;
const WIDEST_COLUMN = 20;
const MOST_DECIMALS = 3;
const ELLIPSIS = "...";

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
  if (columns.length > mostColumns) {
    table.push({ cells: [ELLIPSIS, ...rows.map(() => ELLIPSIS)], left: isText(columns.at(-1)) });
  }
  const widths = table.map(({ cells }) => Math.max(...cells.map((cell) => cell.length)));
  const line = (row: number): string => {
    const cells = table.map(({ cells: all, left }, column) => {
      const cell = all[row] ?? "";
      const width = widths[column] ?? 0;
      return left ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${cells.join(" | ")} |\n`;
  };
  const divider = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |\n`;
  return line(0) + divider + rows.map((_, index) => line(index + 1)).join("");
}

interface DrawnColumn {
  /** The name first. */
  readonly cells: readonly string[];
  readonly left: boolean;
}

function drawColumn(
  column: ResultColumn,
  rows: readonly (readonly Cell[])[],
  index: number,
): DrawnColumn {
  const texts = rows.map((row) => {
    const cell = row[index] ?? null;
    return cell === null ? "" : cellText(cell, column.type);
  });
  const cells = isDecimal(column) ? alignDecimals(texts) : texts;
  return { cells: [column.name, ...cells].map(cut), left: isText(column) };
}

/** Same number of decimals for the whole column, and commas between thousands. */
function alignDecimals(texts: readonly string[]): readonly string[] {
  const most = Math.max(
    0,
    ...texts.map((text) => text.split(".")[1]?.replace(/0+$/, "").length ?? 0),
  );
  const decimals = Math.min(most, MOST_DECIMALS);
  return texts.map((text) => {
    const number = Number(text);
    if (text === "" || !Number.isFinite(number)) return text;
    const fixed = number.toLocaleString("en-US", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return most > MOST_DECIMALS ? `${fixed}…` : fixed;
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

function cut(text: string): string {
  if (text.length <= WIDEST_COLUMN) return text;
  return text.slice(0, WIDEST_COLUMN - ELLIPSIS.length) + ELLIPSIS;
}
