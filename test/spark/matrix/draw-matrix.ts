import { FORMATS, type MatrixCell } from "./matrix-cells.ts";

/** The matrix as text: a row per materialization and strategy, a column per format. */
export function drawMatrix(
  cells: readonly MatrixCell[],
  isSame: (cell: MatrixCell) => boolean,
): string {
  const kinds = [...new Set(cells.map((cell) => cell.what))];
  const width = Math.max(...kinds.map((kind) => kind.length));
  const line = (first: string, rest: readonly string[]): string =>
    `${first.padEnd(width)}  ${rest.map((text) => text.padEnd(9)).join("")}`.trimEnd();
  const mark = (what: string, format: string): string => {
    const cell = cells.find((each) => each.what === what && each.format === format);
    if (!cell) return "-";
    return isSame(cell) ? "same" : "DIFFERS";
  };
  return [
    line("", FORMATS),
    ...kinds.map((kind) =>
      line(
        kind,
        FORMATS.map((format) => mark(kind, format)),
      ),
    ),
  ].join("\n");
}
