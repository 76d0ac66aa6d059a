import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MatrixCell } from "./matrix-cells.ts";

/** The rows that all cells read. Revision 2 changes row 3, takes row 4 away and adds row 5. */
const ROWS = `select cast(id as bigint) as id, name, cast(amount as decimal(10,2)) as amount, day, at, revision
from values
  (1, 'it''s', 1.50, date '2025-01-01', timestamp '2025-01-01 10:00:00', 1),
  (2, 'b', 2.25, date '2025-01-01', timestamp '2025-01-01 11:00:00', 1),
  (3, 'c', 3.00, date '2026-01-02', timestamp '2026-01-02 10:00:00', 1),
  (4, 'd', 4.75, date '2026-01-03', timestamp '2026-01-03 10:00:00', 1),
  (3, 'c changed', 30.00, date '2026-01-02', timestamp '2026-02-01 10:00:00', 2),
  (5, 'e', null, date '2026-01-04', timestamp '2026-01-04 10:00:00', 2)
  as t(id, name, amount, day, at, revision)
where revision <= {{ var('revision') }}
`;

const CURRENT = `select id, name, amount, day, at from (
  select *, row_number() over (partition by id order by revision desc) as place from {{ ref('rows') }}
) where place = 1{% if var('revision') == 2 %} and id <> 4{% endif %}
`;

/** What stands before a row that `print_cells` prints. */
export const ROW_MARK = "cell: ";

/** A macro that prints all rows of all cells as text, with one query per format. */
function printCells(cells: readonly MatrixCell[]): string {
  const queries = [...new Set(cells.map((cell) => cell.format))].map((format) =>
    cells
      .filter((cell) => cell.format === format)
      .map(({ name, columns }) => {
        const texts = columns.map((column) => `coalesce(cast(${column} as string), 'NULL')`);
        return `select '${name}' as cell, concat_ws(' | ', ${texts.join(", ")}) as text from {{ ref('${name}') }}`;
      })
      .join("\nunion all\n"),
  );
  const sets = queries.map((sql) => `{% set query %}\n${sql}\n{% endset %}\n${PRINT_ROWS}`);
  return `{% macro print_cells() %}\n${sets.join("\n")}\n{% endmacro %}\n`;
}

const PRINT_ROWS = `{% for row in run_query(query).rows %}{{ print('${ROW_MARK}' ~ row[0] ~ ': ' ~ row[1]) }}{% endfor %}`;

/**
 * Writes the project whose resources are the matrix's cells.
 *
 * @param outputs - the profile's targets; `local` is the embedded engine
 */
export function writeMatrixProject(
  root: string,
  cells: readonly MatrixCell[],
  outputs: Readonly<Record<string, object>>,
): void {
  const files: Record<string, string> = {
    "dbt_project.yml": JSON.stringify({
      name: "matrix",
      profile: "matrix",
      vars: { revision: 1 },
      models: { matrix: { "+persist_docs": { relation: true, columns: true } } },
    }),
    "profiles.yml": JSON.stringify({ matrix: { target: "local", outputs } }),
    "macros/print_cells.sql": printCells(cells),
    "models/rows.sql": ROWS,
    "models/current_rows.sql": CURRENT,
    "models/rows.yml": JSON.stringify({
      models: [
        { name: "rows", config: { materialized: "view", event_time: "at" } },
        { name: "current_rows", config: { materialized: "view" } },
      ],
    }),
  };
  for (const cell of cells) Object.assign(files, cell.files);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
