import type { Place } from "../errors/place.ts";

/** Where a template's text comes from. */
export interface SourceOptions {
  /** Path for messages, relative to the project root. */
  readonly path?: string;
  /** 1-based line of the file on which the text begins. */
  readonly line?: number;
  /** 1-based column of the file at which the text's first line begins. */
  readonly column?: number;
  /** The whole file, for snippets, where the template is only a part of it. */
  readonly fileText?: string;
}

/** A template's text with normal newlines, and the places of its offsets. */
export class TemplateSource {
  readonly text: string;
  readonly path: string;
  readonly #firstLine: number;
  readonly #firstColumn: number;
  readonly #fileText: string | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, options: SourceOptions = {}) {
    this.text = text;
    this.path = options.path ?? "<template>";
    this.#firstLine = options.line ?? 1;
    this.#firstColumn = options.column ?? 1;
    this.#fileText = options.fileText ?? (options.line === undefined ? text : undefined);
  }

  /** 1-based line of an offset, counted in the file. */
  lineAt(offset: number): number {
    return this.#rowAt(offset) + this.#firstLine;
  }

  placeAt(offset: number): Place {
    const row = this.#rowAt(offset);
    const start = this.#starts()[row] ?? 0;
    const before = Array.from(this.text.slice(start, offset)).length;
    const column = before + (row === 0 ? this.#firstColumn : 1);
    const place = { path: this.path, line: row + this.#firstLine, column };
    return this.#fileText === undefined ? place : { ...place, text: this.#fileText };
  }

  #rowAt(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #starts(): readonly number[] {
    this.#lineStarts ??= [0, ...Array.from(this.text.matchAll(/\n/g), (match) => match.index + 1)];
    return this.#lineStarts;
  }
}
