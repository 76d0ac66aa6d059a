/**
 * Rows of a CSV text as Python's `csv.reader` reads them (dialect "excel", not strict): quotes count
 * only at the start of a field, text after a closing quote belongs to the field, a blank line is a
 * row without fields, an open quote at the end closes itself.
 */
export function readCsv(text: string, delimiter: string): string[][] {
  // Python opens seeds with universal newlines: inside quotes too.
  const source = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const rows: string[][] = [];
  let at = 0;
  while (at < source.length) {
    const row: string[] = [];
    at = readRow(source, at, delimiter, row);
    rows.push(row);
  }
  return rows;
}

/** Reads one record into `row`; gives the position after its line end. */
function readRow(source: string, start: number, delimiter: string, row: string[]): number {
  if (source[start] === "\n") return start + 1;
  let at = start;
  for (;;) {
    const field =
      source[at] === '"' ? readQuoted(source, at, delimiter) : readPlain(source, at, delimiter);
    row.push(field.text);
    at = field.end;
    if (source[at] !== delimiter) return at + 1;
    at += 1;
  }
}

interface Field {
  readonly text: string;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
}

function readPlain(source: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < source.length && source[end] !== delimiter && source[end] !== "\n") end += 1;
  return { text: source.slice(start, end), end };
}

function readQuoted(source: string, start: number, delimiter: string): Field {
  let text = "";
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return { text: text + source.slice(at), end: source.length };
    text += source.slice(at, quote);
    if (source[quote + 1] === '"') {
      text += '"';
      at = quote + 2;
      continue;
    }
    const rest = readPlain(source, quote + 1, delimiter);
    return { text: text + rest.text, end: rest.end };
  }
}
