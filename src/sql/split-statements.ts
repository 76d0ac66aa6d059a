const PIECE =
  /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`]|``)*`|--[^\r\n]*|\/\*|;|[^'"`\-/;]+|[\s\S]/g;

/**
 * The statements of a text that holds several, split at `;` outside of strings, quoted names and
 * comments. Empty statements are left out. Never throws: what is not closed stays in the last one.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let current = "";
  let hasCode = false;
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(text); found !== null; found = PIECE.exec(text)) {
    const piece = found[0] === "/*" ? blockComment(text, found.index) : found[0];
    PIECE.lastIndex = found.index + piece.length;
    if (piece === ";") {
      if (hasCode) statements.push(current.trim());
      current = "";
      hasCode = false;
    } else {
      current += piece;
      hasCode ||= !isBlankOrComment(piece);
    }
  }
  if (hasCode) statements.push(current.trim());
  return statements;
}

function isBlankOrComment(piece: string): boolean {
  return piece.startsWith("--") || piece.startsWith("/*") || piece.trim() === "";
}

/** Bracketed comments nest. */
function blockComment(text: string, start: number): string {
  let depth = 0;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return text.slice(start, mark.lastIndex);
  }
  return text.slice(start);
}
