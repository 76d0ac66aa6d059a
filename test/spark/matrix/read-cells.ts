import { ROW_MARK } from "./matrix-project.ts";

/** The rows that `print_cells` has printed, by cell, as sorted texts: tables have no order. */
export function readCells(output: string): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, string[]>();
  for (const line of output.split("\n")) {
    if (!line.startsWith(ROW_MARK)) continue;
    const [name = "", ...rest] = line.slice(ROW_MARK.length).split(": ");
    cells.set(name, [...(cells.get(name) ?? []), rest.join(": ")]);
  }
  for (const rows of cells.values()) rows.sort();
  return cells;
}
