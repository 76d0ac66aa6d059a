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
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-1][0-7]{2})|([\s\S]))/g,
    (_all, short?: string, long?: string, octal?: string, letter?: string) => {
      if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
      if (long !== undefined) return String.fromCodePoint(parseInt(long, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      return letter === undefined ? "" : (SIMPLE[letter] ?? letter);
    },
  );
}
