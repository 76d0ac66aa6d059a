import { brokenBlock } from "../errors/dialect-errors.ts";
import type { EngineError } from "../errors/engine-error.ts";
import type { Place } from "../errors/place.ts";

/** A `{% %}` of a file, seen without parsing what is inside. */
export interface ScannedTag {
  /** The first word: `macro`, `endif`. */
  readonly kind: string;
  /** The second word, if it is one. */
  readonly name: string | undefined;
  readonly start: number;
  readonly end: number;
}

const NAME = "[A-Za-z_][A-Za-z_0-9]*";
const BLOCK_OPEN = "(?:\\s*\\{%-|\\{%)\\s*";
const BLOCK_CLOSE = "\\s*(?:-%\\}\\s*|%\\})";

const PATTERNS = {
  block: new RegExp(`${BLOCK_OPEN}(?<kind>${NAME})(?:\\s+(?<name>${NAME}))?`, "g"),
  comment: /\s*\{#/g,
  expression: /\{\{\s*/g,
  commentEnd: /.*?\s*#\}/gs,
  expressionEnd: /\s*\}\}/g,
  tagEnd: /-%\}\s*|%\}/g,
  quote: /['"]/g,
  string: /'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"/gs,
  raw: new RegExp(`${BLOCK_OPEN}raw${BLOCK_CLOSE}.*?${BLOCK_OPEN}endraw${BLOCK_CLOSE}`, "gs"),
} as const;

type PatternName = keyof typeof PATTERNS;

interface Found {
  readonly pattern: PatternName;
  readonly match: RegExpExecArray;
  readonly end: number;
}

/**
 * Walks the tags of a file as dbt does before Jinja sees it: comments, `{{ }}` and strings can
 * hide a tag, raw blocks are one tag, everything else is only skipped over.
 */
export class TagScanner {
  readonly #text: string;
  readonly #placeAt: (offset: number) => Place;
  #at = 0;

  constructor(text: string, placeAt: (offset: number) => Place) {
    this.#text = text;
    this.#placeAt = placeAt;
  }

  *tags(): Generator<ScannedTag> {
    for (;;) {
      const found = this.#first("block", "comment", "expression");
      if (found === undefined) return;
      this.#at = found.end;
      if (found.pattern === "comment") this.#at = this.#expect('"#}"', "commentEnd").end;
      else if (found.pattern === "expression") this.#skipTo("expressionEnd", "}}");
      else yield this.#tag(found);
    }
  }

  #tag({ match, end }: Found): ScannedTag {
    const kind = match.groups?.kind ?? "";
    if (kind === "raw") {
      this.#at = match.index;
      this.#at = this.#expect("{% raw %}...{% endraw %}", "raw").end;
    } else {
      this.#at = end;
      this.#skipTo("tagEnd", 'tag close ("%}")');
    }
    return { kind, name: match.groups?.name, start: match.index, end: this.#at };
  }

  /** Goes behind the end; ends inside strings do not count. */
  #skipTo(end: "expressionEnd" | "tagEnd", expected: string): void {
    for (;;) {
      const found = this.#expect(expected, end, "quote");
      if (found.pattern === end) {
        this.#at = found.end;
        return;
      }
      this.#at = found.match.index;
      this.#at = this.#expect("string", "string").end;
    }
  }

  #expect(expected: string, ...patterns: PatternName[]): Found {
    const found = this.#first(...patterns);
    if (found === undefined) throw this.#unexpectedEnd(expected);
    return found;
  }

  #unexpectedEnd(expected: string): EngineError {
    const rest = this.#text.slice(this.#at);
    return brokenBlock(
      `unexpected EOF, expected ${expected}, got "${rest}"`,
      this.#placeAt(this.#at),
    );
  }

  /** Of the patterns the one whose match ends first, as in dbt. */
  #first(...patterns: PatternName[]): Found | undefined {
    let best: Found | undefined;
    for (const pattern of patterns) {
      const regex = PATTERNS[pattern];
      regex.lastIndex = this.#at;
      const match = regex.exec(this.#text);
      if (match === null) continue;
      const end = match.index + match[0].length;
      if (best === undefined || end < best.end) best = { pattern, match, end };
    }
    return best;
  }
}
