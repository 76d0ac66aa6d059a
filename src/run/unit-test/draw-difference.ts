import type { RowDifference } from "./compare-rows.ts";

/** Rows that agree are shown for orientation; more than these are counted. */
const CONTEXT_ROWS = 3;

/**
 * The difference as a table: `---` rows were expected and are not there, `+++` rows are there and
 * were not expected. A cell that alone differs from its counterpart is written `expected→actual`.
 */
export function drawDifference(difference: RowDifference): string {
  const { columns, common, missing, unexpected } = difference;
  const left = [...missing];
  const changed: string[][] = [];
  const added: string[][] = [];
  for (const row of unexpected) {
    const at = left.findIndex((other) => isNearly(row, other));
    const other = at < 0 ? undefined : left.splice(at, 1)[0];
    if (other) changed.push(["→", ...row.map((cell, i) => changedCell(other[i] ?? "", cell))]);
    else added.push(["+++", ...row]);
  }
  const rows = [
    ["@@", ...columns],
    ...common.slice(0, CONTEXT_ROWS).map((row) => ["", ...row]),
    ...(common.length > CONTEXT_ROWS ? [["...", ...columns.map(() => "...")]] : []),
    ...changed,
    ...added,
    ...left.map((row) => ["---", ...row]),
  ];
  return `actual differs from expected:\n\n${alignRows(rows)}\n`;
}

/** At least half of the cells agree, so that the two rows are about the same thing. */
function isNearly(row: readonly string[], other: readonly string[]): boolean {
  const same = row.filter((cell, index) => cell === other[index]).length;
  return same > 0 && same * 2 >= row.length;
}

function changedCell(expected: string, actual: string): string {
  return expected === actual ? actual : `${expected}→${actual}`;
}

function alignRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | "))
    .map((line) => line.trimEnd())
    .join("\n");
}
