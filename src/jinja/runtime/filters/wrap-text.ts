import { pythonError } from "../../../errors/jinja-errors.ts";

export interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

const WORD_CHAR = "[\\p{L}\\p{N}_!\"'&.,?]";
const LETTER = "[\\p{L}_]";
const SPACE = "[\\t\\n\\v\\f\\r ]";

/** Pieces between which a line may break: white space, words, hyphenated parts, dashes. */
const PIECES = new RegExp(
  `${SPACE}+|(?<=${WORD_CHAR})-{2,}(?=[\\p{L}\\p{N}_])|` +
    `[^\\t\\n\\v\\f\\r ]+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${WORD_CHAR}-))(?=${LETTER}-?${LETTER})|` +
    `(?=${SPACE}|$)|(?<=${WORD_CHAR})(?=-{2,}[\\p{L}\\p{N}_]))`,
  "gu",
);
const WORDS = new RegExp(`${SPACE}+|[^\\t\\n\\v\\f\\r ]+`, "g");

/** One paragraph as lines of at most `width` characters, as Python's textwrap cuts it. */
export function wrapText(text: string, options: WrapOptions): string[] {
  if (options.width <= 0) {
    throw pythonError("ValueError", `invalid width ${String(options.width)} (must be > 0)`);
  }
  const pieces = text.match(options.breakOnHyphens ? PIECES : WORDS) ?? [];
  const lines: string[] = [];
  while (pieces.length > 0) {
    if (lines.length > 0 && isBlank(pieces[0])) pieces.shift();
    const line = takeLine(pieces, options);
    if (isBlank(line.at(-1))) line.pop();
    if (line.length > 0) lines.push(line.join(""));
  }
  return lines;
}

function isBlank(piece: string | undefined): boolean {
  return piece?.trim() === "";
}

/** Moves what fits from the pieces to a line. */
function takeLine(pieces: string[], options: WrapOptions): string[] {
  const line: string[] = [];
  let length = 0;
  for (;;) {
    const [next] = pieces;
    if (next === undefined || length + next.length > options.width) break;
    line.push(next);
    length += next.length;
    pieces.shift();
  }
  const [tooLong] = pieces;
  if (tooLong !== undefined && tooLong.length > options.width) {
    if (options.breakLongWords) breakWord(pieces, line, options.width - length, options);
    else if (line.length === 0) line.push(...pieces.splice(0, 1));
  }
  return line;
}

function breakWord(pieces: string[], line: string[], room: number, options: WrapOptions): void {
  const [word = ""] = pieces;
  const hyphen = options.breakOnHyphens ? word.slice(0, room).lastIndexOf("-") : -1;
  const end = hyphen > 0 && /[^-]/.test(word.slice(0, hyphen)) ? hyphen + 1 : room;
  line.push(word.slice(0, end));
  pieces[0] = word.slice(end);
}
