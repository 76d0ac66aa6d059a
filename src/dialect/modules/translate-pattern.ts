import type { EngineError } from "../../errors/engine-error.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { pythonError } from "../../errors/jinja-errors.ts";

export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
  readonly ascii: boolean;
}

export interface TranslatedPattern {
  readonly source: string;
  /** With what `(?i)(?s)` at the start of the pattern adds. */
  readonly flags: PatternFlags;
}

const INLINE: Readonly<Record<string, keyof PatternFlags>> = {
  i: "ignoreCase",
  m: "multiline",
  s: "dotAll",
  x: "verbose",
  a: "ascii",
};

/** A Python regular expression as the source of a JavaScript one with the flag `u`. */
export function translatePattern(pattern: string, given: PatternFlags): TranslatedPattern {
  const [leading = ""] = /^(?:\(\?[aimsux]+\))*/.exec(pattern) ?? [];
  const flags = { ...given };
  for (const letter of leading) {
    const flag = INLINE[letter];
    if (flag !== undefined) flags[flag] = true;
  }
  return { source: new Translator(pattern.slice(leading.length), flags).run(), flags };
}

/** What begins a group, and what JavaScript writes for it. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\(\?P<(\w+)>/u, "(?<$1>"],
  [/^\(\?P=(\w+)\)/u, "\\k<$1>"],
  [/^\(\?#[^)]*\)/u, ""],
  [/^(\(\?(?:[:=!]|<[=!]))/u, "$1"],
];

class Translator {
  readonly #flags: PatternFlags;
  #rest: string;
  #out = "";

  constructor(pattern: string, flags: PatternFlags) {
    this.#rest = pattern;
    this.#flags = flags;
  }

  run(): string {
    while (this.#rest !== "") this.#step();
    return this.#out;
  }

  #step(): void {
    const char = String.fromCodePoint(this.#rest.codePointAt(0) ?? 0);
    if (this.#flags.verbose && /^(?:\s|#)/.test(char)) this.#take(/^(?:\s+|#[^\n]*)/, "");
    else if (char === "\\") this.#escape();
    else if (char === "[") this.#set();
    else if (char === "(") this.#group();
    else if (char === "{") this.#braces();
    else this.#emit(char.length, this.#plain(char));
  }

  #plain(char: string): string {
    const { dotAll, multiline } = this.#flags;
    switch (char) {
      case ".":
        return dotAll ? "[^]" : "[^\\n]";
      case "^":
        return multiline ? "(?<=^|\\n)" : "^";
      case "$":
        return multiline ? "(?=\\n|$)" : "(?=\\n?$)";
      default:
        return /^[}\]/]$/.test(char) ? `\\${char}` : char;
    }
  }

  #emit(length: number, text: string): void {
    this.#out += text;
    this.#rest = this.#rest.slice(length);
  }

  #take(pattern: RegExp, replacement: string): void {
    const match = pattern.exec(this.#rest);
    if (match === null) throw patternError(`cannot read "${this.#rest}"`);
    this.#emit(match[0].length, match[0].replace(pattern, replacement));
  }

  #group(): void {
    for (const [pattern, replacement] of GROUPS) {
      if (pattern.test(this.#rest)) {
        this.#take(pattern, replacement);
        return;
      }
    }
    if (this.#rest.startsWith("(?")) {
      throw notSupported(`the group "${this.#rest.slice(0, 4)}"`, "in regular expressions");
    }
    this.#emit(1, "(");
  }

  /** A brace that is no repetition is itself; `{,3}` begins at 0. */
  #braces(): void {
    const match = /^\{(?=\d|,\d)(\d*)(,?)(\d*)\}/.exec(this.#rest);
    if (match === null) {
      this.#emit(1, "\\{");
      return;
    }
    const [whole, least = "", comma = "", most = ""] = match;
    this.#emit(whole.length, `{${least === "" ? "0" : least}${comma}${most}}`);
  }

  #escape(): void {
    const letter = this.#rest[1] ?? "";
    const special = SPECIAL_ESCAPES[letter];
    if (special !== undefined) {
      this.#emit(2, special);
      return;
    }
    if (/[1-9]/.test(letter)) this.#take(/^\\(\d{1,2})/, "(?:\\$1)");
    else this.#emit(...classEscape(this.#rest, this.#flags.ascii, false));
  }

  #set(): void {
    let length = this.#rest.startsWith("[^") ? 2 : 1;
    let text = this.#rest.slice(0, length);
    // A bracket right behind the opening one is itself.
    if (this.#rest[length] === "]") {
      text += "\\]";
      length += 1;
    }
    for (;;) {
      const char = String.fromCodePoint(this.#rest.codePointAt(length) ?? 0);
      if (length >= this.#rest.length) throw patternError("unterminated character set");
      if (char === "]") break;
      const [used, written] = setCharacter(this.#rest.slice(length), char, this.#flags.ascii);
      text += written;
      length += used;
    }
    this.#emit(length + 1, `${text}]`);
  }
}

function setCharacter(rest: string, char: string, ascii: boolean): [number, string] {
  if (char === "\\") return rest[1] === "b" ? [2, "\\x08"] : classEscape(rest, ascii, true);
  return [char.length, /^[[(){}/|^$*+?.]$/.test(char) ? `\\${char}` : char];
}

const WORD = "\\p{L}\\p{N}_";

const SPECIAL_ESCAPES: Readonly<Record<string, string>> = {
  A: "(?<![^])",
  Z: "(?![^])",
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  B: `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
};

const CLASSES: Readonly<Record<string, string>> = {
  d: "\\p{Nd}",
  s: "\\s\\x1c-\\x1f\\x85",
  w: WORD,
};

/** An escape that also stands in sets; gives how much of the pattern it was. */
function classEscape(rest: string, ascii: boolean, inSet: boolean): [number, string] {
  const letter = rest[1] ?? "";
  const known = CLASSES[letter.toLowerCase()];
  if (known !== undefined) return [2, classText(letter, known, ascii, inSet)];
  const numeric = numericEscape(rest);
  if (numeric !== undefined) return numeric;
  if (/^[nrtfv]$/.test(letter)) return [2, `\\${letter}`];
  if (letter === "a") return [2, "\\x07"];
  if (/[A-Za-z]/.test(letter)) throw patternError(`bad escape \\${letter}`);
  const char = String.fromCodePoint(rest.codePointAt(1) ?? 0);
  const isSyntax = inSet ? /^[\^$\\.*+?()[\]{}|/-]$/ : /^[\^$\\.*+?()[\]{}|/]$/;
  return [1 + char.length, isSyntax.test(char) ? `\\${char}` : char];
}

function numericEscape(rest: string): [number, string] | undefined {
  const hex = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(rest);
  if (hex !== null) return [hex[0].length, `\\u{${hex[1] ?? hex[2] ?? hex[3] ?? ""}}`];
  const octal = /^\\(0\d{0,2})/.exec(rest)?.[1];
  if (octal === undefined) return undefined;
  return [octal.length + 1, `\\u{${parseInt(octal, 8).toString(16)}}`];
}

function classText(letter: string, unicode: string, ascii: boolean, inSet: boolean): string {
  if (ascii) return `\\${letter}`;
  const negated = letter !== letter.toLowerCase();
  if (!negated) return inSet ? unicode : `[${unicode}]`;
  // Inside a set JavaScript cannot negate a part of it other than by its own escapes.
  if (inSet) return letter === "D" ? "\\P{Nd}" : `\\${letter}`;
  return `[^${unicode}]`;
}

function patternError(message: string): EngineError {
  return pythonError("ValueError", message);
}
