import { parse } from "csv-parse/sync";

/** A row of a fixture by column; what is missing at its end is null. */
export type FixtureRow = Record<string, unknown>;

/** Rows of CSV text as Python's `csv.DictReader` gives them: every cell is text. */
export function csvRows(text: string): FixtureRow[] {
  const lines: string[][] = parse(text, {
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
  });
  const [header = [], ...rows] = lines;
  return rows.map((row) =>
    Object.fromEntries(header.map((column, index) => [column, row[index] ?? null])),
  );
}
