import type { AgateType } from "./agate/cell-types.ts";

/**
 * An agate table as dbt hands it to templates: typed columns, rows of template values
 * (null, boolean, int, decimal, str, date, datetime).
 */
export interface AgateTable {
  readonly columnNames: readonly string[];
  readonly columnTypes: readonly AgateType[];
  readonly rows: readonly (readonly unknown[])[];
}

export const EMPTY_TABLE: AgateTable = { columnNames: [], columnTypes: [], rows: [] };

/** agate's rule for names: no name becomes a letter, a second `id` becomes `id_2`. */
export function uniqueColumnNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const wanted = name === "" ? letterName(index) : name;
    let unique = wanted;
    for (let copy = 2; taken.has(unique); copy += 1) unique = `${wanted}_${copy}`;
    taken.add(unique);
    return unique;
  });
}

function letterName(index: number): string {
  const letter = String.fromCharCode("a".charCodeAt(0) + (index % 26));
  return letter.repeat(Math.floor(index / 26) + 1);
}
