const SIMPLE: Readonly<Record<string, string>> = {
  "0": "\0",
  b: "\b",
  n: "\n",
  r: "\r",
  t: "\t",
  Z: "\x1a",
  "%": "\\%",
  _: "\\_",
};

/**
 * The value of a string literal's inside, by Spark's rules (ParserUtils.unescapeSQLString): `\%` and
 * `\_` keep their backslash for LIKE, unknown escapes lose it.
 */
export function unescapeString(inside: string): string {
  if (!inside.includes("\\")) return inside;
  return inside.replace(
    /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-1][0-7]{2}|[\s\S])/g,
    (_all, escape: string) => characterOf(escape),
  );
}

function characterOf(escape: string): string {
  if (escape.length === 1) return SIMPLE[escape] ?? escape;
  if (/^[uU]/.test(escape)) return String.fromCodePoint(parseInt(escape.slice(1), 16));
  return String.fromCharCode(parseInt(escape, 8));
}
