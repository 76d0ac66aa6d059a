/** One column: its name, and its cells as texts. */
export interface MarkdownColumn {
  readonly name: string;
  readonly cells: readonly string[];
  /** Texts stand left, numbers right. */
  readonly left: boolean;
}

const ELLIPSIS = "...";

/** The lines of a Markdown table as agate draws it: names, a divider, rows; every column as wide as its widest cell. */
export function markdownTable(columns: readonly MarkdownColumn[]): readonly string[] {
  const widths = columns.map(({ name, cells }) =>
    Math.max(name.length, ...cells.map((cell) => cell.length)),
  );
  const line = (textOf: (column: MarkdownColumn) => string): string => {
    const texts = columns.map((column, at) => {
      const width = widths[at] ?? 0;
      return column.left ? textOf(column).padEnd(width) : textOf(column).padStart(width);
    });
    return `| ${texts.join(" | ")} |`;
  };
  const count = columns[0]?.cells.length ?? 0;
  return [
    line((column) => column.name),
    `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
    ...Array.from({ length: count }, (_, row) => line((column) => column.cells[row] ?? "")),
  ];
}

/** A column of dots: more columns follow. */
export function dotsColumn(rows: number, left: boolean): MarkdownColumn {
  return { name: ELLIPSIS, cells: Array.from({ length: rows }, () => ELLIPSIS), left };
}

/** A text cut to a width, with dots at its end. */
export function cutText(text: string, width: number): string {
  return text.length > width ? text.slice(0, width - ELLIPSIS.length) + ELLIPSIS : text;
}

/**
 * A number with commas between thousands.
 *
 * @param places - decimals that the column's values have
 * @param most - decimals to show; where there are more, `…` says so
 */
export function columnNumber(value: number, places: number, most: number): string {
  const digits = Math.min(places, most);
  const text = value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return places > most ? `${text}…` : text;
}
