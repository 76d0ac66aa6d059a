import type { AgateTable } from "../../context/agate-table.ts";
import { valueText } from "../../context/value-text.ts";

/** How the rows that a model gave differ from those that were expected. */
export interface RowDifference {
  readonly columns: readonly string[];
  /** Rows that both sides have. */
  readonly common: readonly (readonly string[])[];
  readonly missing: readonly (readonly string[])[];
  readonly unexpected: readonly (readonly string[])[];
}

const SIDE = "actual_or_expected";

/** Compares the two halves of a unit test's result as sets with repeats: order does not count. */
export function compareRows(result: AgateTable): RowDifference {
  const names = result.columnNames.map((name) => name.toLowerCase());
  const side = names.indexOf(SIDE);
  const rowsOf = (which: string): string[][] =>
    result.rows
      .filter((row) => row[side] === which)
      .map((row) => row.filter((_, index) => index !== side).map(valueText));
  const left = new Map<string, string[][]>();
  for (const row of rowsOf("expected")) {
    const key = JSON.stringify(row);
    left.set(key, [...(left.get(key) ?? []), row]);
  }
  const common: string[][] = [];
  const unexpected: string[][] = [];
  for (const row of rowsOf("actual")) {
    const matched = left.get(JSON.stringify(row))?.pop();
    (matched ? common : unexpected).push(row);
  }
  return {
    columns: names.filter((name) => name !== SIDE),
    common,
    missing: [...left.values()].flat(),
    unexpected,
  };
}

export function hasDifference({ missing, unexpected }: RowDifference): boolean {
  return missing.length > 0 || unexpected.length > 0;
}
