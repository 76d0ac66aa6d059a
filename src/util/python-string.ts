const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
};

/** The text of a string literal of Python; undefined for bytes and f-strings, which are no plain texts. */
export function unquotePythonString(literal: string): string | undefined {
  const [, prefix = "", , body] = /^([a-z]*)('''|"""|'|")([^]*)\2$/i.exec(literal) ?? [];
  if (body === undefined || /[bf]/i.test(prefix)) return undefined;
  return /r/i.test(prefix) ? body : unescape(body);
}

/** `\n`, `\x41`, `\u0041`, `\U00000041`, `\101`; what is no escape stays as it stands. */
function unescape(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([^]))/g,
    (whole: string, ...groups: unknown[]) => {
      const [short, medium, long, octal, char] = groups as (string | undefined)[];
      const hex = short ?? medium ?? long;
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
      return SIMPLE[char ?? ""] ?? whole;
    },
  );
}
