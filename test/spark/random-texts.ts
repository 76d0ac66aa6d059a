/** What breaks quoting somewhere: in Python source, in JSON, in shells, in Spark's own lexer. */
const PIECES: readonly string[] = [
  ...Array.from("'\"`\\/*-;%{}[]()$#&<>=+?!~^|,.: "),
  ...Array.from("abcXYZ019_"),
  "'''",
  '"""',
  "\\\\",
  "\\n",
  "\\u0041",
  "\n",
  "\r\n",
  "\t",
  "--",
  "{{ x }}",
  "{% raw %}",
  "${var}",
  "@@",
  "é",
  "ß",
  "日本語",
  "\u{1F600}",
  "\u{10FFFF}",
  "e\u0301",
  "\u200b",
  "\u2028",
  "\ufeff",
  "\u0001",
  "\u007f",
  "dbt_next_query",
  "SqlWrapper2.execute('''x''')",
];

/** Texts of up to 40 such pieces; the same ones for the same seed. */
export function randomTexts(count: number, seed: number): string[] {
  const next = generator(seed);
  return Array.from({ length: count }, () =>
    Array.from(
      { length: Math.floor(next() * 40) },
      () => PIECES[Math.floor(next() * PIECES.length)],
    ).join(""),
  );
}

/** mulberry32: small, and even enough for this. */
function generator(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
