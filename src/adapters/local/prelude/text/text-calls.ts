const SOUNDEX: Readonly<Record<string, string>> = {
  B: "1",
  F: "1",
  P: "1",
  V: "1",
  C: "2",
  G: "2",
  J: "2",
  K: "2",
  Q: "2",
  S: "2",
  X: "2",
  Z: "2",
  D: "3",
  T: "3",
  L: "4",
  M: "5",
  N: "5",
  R: "6",
};

/** UTF8String.soundex: text that does not start with a letter comes back as it is. */
export function soundex(text: string): string {
  const upper = text.toUpperCase();
  const [first = ""] = upper;
  if (!/^[A-Z]/.test(first)) return text;
  let code = first;
  let last = SOUNDEX[first] ?? "0";
  for (const char of upper.slice(1)) {
    if (code.length === 4) break;
    // H and W do not separate equal codes, vowels do.
    if (char === "H" || char === "W") continue;
    const digit = SOUNDEX[char] ?? "0";
    if (digit !== "0" && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(4, "0");
}

/** The Luhn checksum of a string of digits; anything else is false. */
export function luhnCheck(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const sum = Array.from(text)
    .reverse()
    .reduce((total, char, at) => {
      const digit = Number(char) * (at % 2 === 1 ? 2 : 1);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return sum % 10 === 0;
}

/**
 * Spark's mask. `replacements` are for upper case, lower case, digits and the rest; an empty one leaves
 * that kind of character alone.
 */
export function maskText(text: string, ...replacements: readonly string[]): string {
  const [upper = "", lower = "", digit = "", other = ""] = replacements;
  return text.replace(/./gsu, (char) => {
    const mask = maskOf(char, { upper, lower, digit, other });
    return mask === "" ? char : mask;
  });
}

interface Masks {
  readonly upper: string;
  readonly lower: string;
  readonly digit: string;
  readonly other: string;
}

function maskOf(char: string, masks: Masks): string {
  if (/\p{Lu}/u.test(char)) return masks.upper;
  if (/\p{Ll}/u.test(char)) return masks.lower;
  return /\p{Nd}/u.test(char) ? masks.digit : masks.other;
}

/** Words of each sentence, as java.text.BreakIterator finds them in English. */
export function sentences(text: string): readonly (readonly string[])[] {
  const splitter = new Intl.Segmenter("en", { granularity: "sentence" });
  const words = new Intl.Segmenter("en", { granularity: "word" });
  return [...splitter.segment(text)].map(({ segment }) =>
    [...words.segment(segment)].filter((word) => word.isWordLike).map((word) => word.segment),
  );
}

/** str_to_map with Java patterns as delimiters; a pair without its delimiter has a NULL value. */
export function textToMap(
  text: string,
  pairs: string,
  keyValue: string,
): ReadonlyMap<string, string | null> {
  const map = new Map<string, string | null>();
  for (const pair of text.split(new RegExp(pairs, "u"))) {
    const found = new RegExp(keyValue, "u").exec(pair);
    const key = found === null ? pair : pair.slice(0, found.index);
    map.set(key, found === null ? null : pair.slice(found.index + found[0].length));
  }
  return map;
}

/** A decimal below 1e-6, or 0, as java.math.BigDecimal.toString writes it: `1.000E-7`, `0E-10`. */
export function smallDecimalText(plain: string): string {
  const [, sign = "", fraction = ""] = /^(-?)0?(?:\.(\d+))?$/.exec(plain) ?? [plain, "", ""];
  const scale = fraction.length;
  const digits = fraction.replace(/^0+/, "") || "0";
  const exponent = digits.length - scale - 1;
  if (scale === 0 || exponent >= -6) return plain;
  const tail = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${sign}${digits[0] ?? "0"}${tail}E${exponent}`;
}
