import type { Place } from "./place.ts";

const LINES_BEFORE = 2;
const LONGEST_LINE = 120;

/**
 * The line of a place with up to two lines before it and a caret under the column. Empty where the
 * place has no text or the line is not in it.
 */
export function renderSnippet(place: Place): readonly string[] {
  if (place.text === undefined || place.line === undefined) return [];
  const lines = place.text.split(/\r\n|\n|\r/);
  const last = place.line;
  if (last < 1 || last > lines.length) return [];
  const first = Math.max(1, last - LINES_BEFORE);
  const gutter = String(last).length;
  const shown = lines.slice(first - 1, last).map((line, index) => {
    const number = String(first + index).padStart(gutter);
    return `  ${number} | ${cut(line.replaceAll("\t", " "))}`.trimEnd();
  });
  const caret = caretOffset(lines[last - 1] ?? "", place.column);
  if (caret === undefined) return shown;
  return [...shown, `  ${" ".repeat(gutter)} | ${" ".repeat(caret)}^`];
}

/** Code points before the column, or undefined where the line was cut before it. */
function caretOffset(line: string, column: number | undefined): number | undefined {
  if (column === undefined || column < 1) return undefined;
  const offset = Math.min(column - 1, Array.from(line).length);
  return offset < LONGEST_LINE ? offset : undefined;
}

function cut(line: string): string {
  const points = Array.from(line);
  return points.length > LONGEST_LINE ? `${points.slice(0, LONGEST_LINE - 3).join("")}...` : line;
}
