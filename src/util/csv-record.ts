/** How the fields of a record are told apart. */
export interface CsvFormat {
  readonly separator: string;
  readonly quote: string;
  /** What makes a quote in quotes a plain character. */
  readonly escape: string;
}

/** Spark's defaults. */
export const SPARK_CSV: CsvFormat = { separator: ",", quote: '"', escape: "\\" };

/**
 * The fields of one record. A field whose closing quote is not followed by a separator keeps its
 * text as it stands, quotes and all, as the parser that Spark uses does.
 */
export function splitCsvRecord(text: string, format: CsvFormat): readonly string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const { value, end } = readQuoted(text, at, format) ?? readPlain(text, at, format);
    fields.push(value);
    if (end >= text.length) return fields;
    at = end + format.separator.length;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, from: number, { separator }: CsvFormat): Field {
  const found = text.indexOf(separator, from);
  const end = found < 0 ? text.length : found;
  return { value: text.slice(from, end), end };
}

function readQuoted(text: string, from: number, format: CsvFormat): Field | undefined {
  const { separator, quote, escape } = format;
  if (quote === "" || !text.startsWith(quote, from)) return undefined;
  let value = "";
  for (let at = from + quote.length; at < text.length; at += 1) {
    const next = text.slice(at + 1, at + 2);
    if (text[at] === escape && (next === quote || next === escape)) {
      value += next;
      at += 1;
    } else if (text[at] !== quote) value += text[at] ?? "";
    else {
      const end = at + 1;
      return end === text.length || text.startsWith(separator, end) ? { value, end } : undefined;
    }
  }
  return undefined;
}
