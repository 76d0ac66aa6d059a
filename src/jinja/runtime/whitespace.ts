/** What Python's `str.isspace` and `str.strip` count as white space, for a character class. */
export const WHITESPACE =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const LEADING = new RegExp(`^[${WHITESPACE}]+`);
const TRAILING = new RegExp(`[${WHITESPACE}]+$`);
const RUN = new RegExp(`[${WHITESPACE}]+`);

export function stripStart(text: string): string {
  return text.replace(LEADING, "");
}

export function stripEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  if (last > 0x20 && last < 0x80) return text;
  return text.replace(TRAILING, "");
}

/** Python's `text.split()`: words, without empty ones. */
export function splitWords(text: string): string[] {
  return stripEnd(stripStart(text))
    .split(RUN)
    .filter((word) => word !== "");
}

const BREAKS = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const LINE = new RegExp(`[^${BREAKS}]*(?:\\r\\n|[${BREAKS}]|$)`, "g");
const LINE_END = new RegExp(`[${BREAKS}]+$`);

/** Python's `text.splitlines()`. */
export function splitLines(text: string, keepEnds = false): string[] {
  const lines = text.match(LINE) ?? [];
  if (lines[lines.length - 1] === "") lines.pop();
  return keepEnds ? lines : lines.map((line) => line.replace(LINE_END, ""));
}
