export type PythonTokenKind = "name" | "number" | "string" | "operator";

export interface PythonToken {
  readonly kind: PythonTokenKind;
  /** As written; of a string with its prefix and quotes. */
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
}

/** A statement on one logical line: brackets and backslashes may spread it over several. */
export interface PythonLine {
  /** White space before the first token; a tab counts as in Python, to the next multiple of eight. */
  readonly indent: number;
  readonly tokens: readonly PythonToken[];
}

const TOKEN =
  /(?<blank>[ \t\f\r]+|\\\r?\n|#[^\n]*)|(?<newline>\n)|(?<string>(?:[rRbBfFuU]{0,2})(?:"""(?:\\[\s\S]|(?!""")[\s\S])*"""|'''(?:\\[\s\S]|(?!''')[\s\S])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'))|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?|0[xXoObB][\da-fA-F_]+)|(?<operator>\*\*=?|\/\/=?|->|:=|[<>=!]=|[-+*/%@&|^]=|[-+*/%@&|^~<>()[\]{},:.;=!])/uy;

/** Splits Python into logical lines. Undefined where the text is not Python. */
export function tokenizePython(text: string): { lines: PythonLine[] } | { failedAt: number } {
  const lines: PythonLine[] = [];
  let tokens: PythonToken[] = [];
  let depth = 0;
  let lineStart = 0;
  let indent = 0;
  const endLine = (): void => {
    if (tokens.length > 0) lines.push({ indent, tokens });
    tokens = [];
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return { failedAt: start };
    if (groups.blank !== undefined) continue;
    if (groups.newline !== undefined) {
      if (depth === 0) endLine();
      lineStart = TOKEN.lastIndex;
      continue;
    }
    const token = tokenOf(groups, start);
    if (tokens.length === 0) indent = widthOf(text.slice(lineStart, start));
    depth += nesting(token.text);
    if (depth < 0) return { failedAt: start };
    if (token.text === ";" && depth === 0) endLine();
    else tokens.push(token);
  }
  endLine();
  return depth === 0 ? { lines } : { failedAt: text.length };
}

/** How much deeper the code is in brackets after a token. */
function nesting(token: string): number {
  if ("([{".includes(token)) return 1;
  return ")]}".includes(token) ? -1 : 0;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, start: number): PythonToken {
  for (const kind of ["string", "name", "number", "operator"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text, start };
  }
  return { kind: "operator", text: "", start };
}

function widthOf(space: string): number {
  let width = 0;
  for (const character of space)
    width = character === "\t" ? (Math.floor(width / 8) + 1) * 8 : width + 1;
  return width;
}
