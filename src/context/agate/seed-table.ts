import { seedRowTooLong, seedWithoutHeader } from "../../errors/seed-errors.ts";
import { dateValue, datetimeValue } from "../../dialect/datetime-values.ts";
import { decimalObject } from "../decimal-object.ts";
import { uniqueColumnNames, type AgateTable } from "../agate-table.ts";
import {
  AGATE_TYPES,
  booleanOf,
  cellFits,
  dateText,
  datetimeText,
  decimalText,
  isNullText,
  isoDatetimeText,
  type AgateType,
} from "./cell-types.ts";
import { readCsv } from "./read-csv.ts";

export interface SeedFormat {
  readonly delimiter: string;
  /** Columns of `column_types`: their cells stay text. */
  readonly textColumns: ReadonlySet<string>;
  /** For errors: the seed's file. */
  readonly path: string;
}

/**
 * The table in a seed's CSV, typed as agate types it: a column has the first type that all its
 * cells fit. Rejects an empty file and rows with more cells than the header.
 */
export function readSeedTable(text: string, format: SeedFormat): AgateTable {
  const [header, ...rows] = readCsv(text.replace(/^\uFEFF/, ""), format.delimiter);
  if (header === undefined) throw seedWithoutHeader(format.path);
  const tooLong = rows.findIndex((row) => row.length > header.length);
  if (tooLong >= 0) {
    throw seedRowTooLong(format.path, {
      row: tooLong + 1,
      cells: rows[tooLong]?.length ?? 0,
      columns: header.length,
    });
  }
  const columnNames = uniqueColumnNames(header);
  const columnTypes = columnNames.map((name, index) =>
    format.textColumns.has(name) ? "text" : inferType(rows, index),
  );
  return {
    columnNames,
    columnTypes,
    rows: rows.map((row) => columnTypes.map((type, index) => castCell(type, row[index]))),
  };
}

/** Names in the header that `column_types` may list. */
export function seedHeader(text: string, delimiter: string): readonly string[] {
  const end = text.indexOf("\n");
  return (
    readCsv(text.slice(0, end < 0 ? undefined : end).replace(/^\uFEFF/, ""), delimiter)[0] ?? []
  );
}

function inferType(rows: readonly (readonly string[])[], column: number): AgateType {
  let candidates: readonly AgateType[] = AGATE_TYPES;
  for (const row of rows) {
    const cell = row[column];
    // Short rows say nothing about their missing cells.
    if (cell === undefined) continue;
    if (candidates.length === 1) break;
    candidates = candidates.filter((type) => cellFits(type, cell));
  }
  return candidates[0] ?? "text";
}

function castCell(type: AgateType, cell: string | undefined): unknown {
  if (cell === undefined || isNullText(cell)) return null;
  switch (type) {
    case "number": {
      const number = decimalText(cell);
      return number === undefined ? null : decimalObject(number);
    }
    case "date":
      return dateValue(dateText(cell) ?? cell);
    case "datetime":
      return datetimeValue(datetimeText(cell) ?? cell);
    case "isodatetime":
      return datetimeValue(isoDatetimeText(cell) ?? cell);
    case "boolean":
      return booleanOf(cell) ?? null;
    case "integer":
    case "text":
      return cell;
  }
}
