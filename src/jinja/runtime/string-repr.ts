const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\\": "\\\\",
};

/** What Python's `str.isprintable` refuses, the quote and the backslash. */
const SPECIAL = /[\\'\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** Python's repr of a string. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(SPECIAL, (char) => escapeCharacter(char, quote));
  return quote + body + quote;
}

function escapeCharacter(char: string, quote: string): string {
  if (char === "'") return quote === "'" ? "\\'" : char;
  const short = ESCAPES[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${hex.padStart(4, "0")}`;
  return `\\U${hex.padStart(8, "0")}`;
}
