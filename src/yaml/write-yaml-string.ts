import { resolvePlainScalar } from "./resolve-scalar.ts";

export interface StringPosition {
  /** Column at which the text starts, from 0. */
  readonly column: number;
  /** Indentation of folded lines. */
  readonly continueAt: number;
  /** Keys stay on one line. */
  readonly isKey: boolean;
}

const WIDTH = 80;

/** A string as PyYAML writes it: plain where that reads back, else in single or double quotes. */
export function writeYamlString(text: string, position: StringPosition): string {
  const style = chooseStyle(text, position.isKey);
  switch (style) {
    case "plain":
      return position.isKey ? text : fold(text, position);
    case "single": {
      const quoted = text.replaceAll("'", "''");
      return position.isKey ? `'${quoted}'` : `'${foldSingle(quoted, position)}'`;
    }
    case "double":
      return `"${writeDouble(text, position)}"`;
  }
}

function chooseStyle(text: string, isKey: boolean): "plain" | "single" | "double" {
  if (text === "") return "single";
  const special = /[^\n\x20-\x7e]/.test(text) || text.includes(" \n");
  if (special) return "double";
  const multiline = text.includes("\n");
  if (!multiline && isPlain(text)) return "plain";
  const single = !text.includes("\n ") && !(isKey && multiline);
  return single ? "single" : "double";
}

/** Whether the text reads back as itself without quotes. */
function isPlain(text: string): boolean {
  if (/^[ ]|[ ]$/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[?:-](?: |$)/.test(text)) return false;
  if (/:(?: |$)/.test(text) || text.includes(" #")) return false;
  return text !== "<<" && readsAsString(text);
}

function readsAsString(text: string): boolean {
  // What looks typed and is rejected would not read back either.
  const rejected = (): never => undefined as never;
  return typeof resolvePlainScalar(text, rejected) === "string";
}

/** Breaks at single blanks once the line is past the width. */
function fold(text: string, position: StringPosition): string {
  let column = position.column;
  let written = "";
  for (const part of text.split(/(?<=[^ ]) (?=[^ ])/)) {
    if (written === "") written = part;
    else if (column > WIDTH) {
      written += `\n${" ".repeat(position.continueAt)}${part}`;
      column = position.continueAt;
    } else {
      written += ` ${part}`;
      column += 1;
    }
    column += part.length;
  }
  return written;
}

/** In single quotes a line break is written as an empty line. */
function foldSingle(text: string, position: StringPosition): string {
  const lines = text.split("\n");
  let column = position.column + 1;
  let written = "";
  let breaks = 0;
  lines.forEach((line, index) => {
    if (index > 0) breaks++;
    if (line === "" && index < lines.length - 1) return;
    if (breaks > 0) {
      written += `${"\n".repeat(breaks + 1)}${" ".repeat(position.continueAt)}`;
      column = position.continueAt;
      breaks = 0;
    }
    const folded = fold(line, { ...position, column });
    written += folded;
    const lastBreak = folded.lastIndexOf("\n");
    column = lastBreak < 0 ? column + folded.length : folded.length - lastBreak - 1;
  });
  return written;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\xa0": "_",
  "\u2028": "L",
  "\u2029": "P",
};

function escape(character: string): string {
  if (character !== '"' && character !== "\\" && character >= " " && character <= "~") {
    return character;
  }
  const short = ESCAPES[character];
  if (short !== undefined) return `\\${short}`;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/**
 * Double quotes with escapes. Past the width the line is broken before a blank or after an escape,
 * with a backslash on both sides of the break.
 */
function writeDouble(text: string, position: StringPosition): string {
  const characters = Array.from(text);
  let written = "";
  let pending = "";
  let column = position.column + 1;
  const flush = (): void => {
    written += pending;
    column += pending.length;
    pending = "";
  };
  characters.forEach((character, index) => {
    const escaped = escape(character);
    const isEscape = escaped !== character;
    if (isEscape) {
      flush();
      written += escaped;
      column += escaped.length;
    }
    const inside = index > 0 && index < characters.length - 1;
    const breakable = character === " " || isEscape;
    if (!position.isKey && inside && breakable && column + pending.length > WIDTH) {
      flush();
      written += `\\\n${" ".repeat(position.continueAt)}`;
      column = position.continueAt;
      if ((isEscape ? characters[index + 1] : character) === " ") {
        written += "\\";
        column += 1;
      }
    }
    if (!isEscape) pending += character;
  });
  flush();
  return written;
}
