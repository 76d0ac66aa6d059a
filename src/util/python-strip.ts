// Python's white space. JavaScript's trim() differs: it also takes a byte order mark and leaves
// the separators U+001C to U+001F and U+0085.
const SPACE =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LEADING = new RegExp(`^${SPACE}+`);
const RUNS = new RegExp(`${SPACE}+`, "g");
const IS_SPACE = new RegExp(SPACE);

/** Python's `str.strip()`. */
export function pythonStrip(text: string): string {
  return pythonRstrip(text.replace(LEADING, ""));
}

/** Python's `str.rstrip()`. */
export function pythonRstrip(text: string): string {
  let end = text.length;
  while (end > 0 && IS_SPACE.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Python's `" ".join(text.split())`: every run of white space is one blank, none at the ends. */
export function collapseSpace(text: string): string {
  return pythonStrip(text).replace(RUNS, " ");
}
