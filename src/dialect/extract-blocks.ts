import { brokenBlock } from "../errors/dialect-errors.ts";
import type { Place } from "../errors/place.ts";
import { TemplateSource, type SourceOptions } from "../jinja/template-source.ts";
import { TagScanner, type ScannedTag } from "./tag-scanner.ts";

export type BlockKind = "macro" | "materialization" | "test" | "data_test" | "snapshot" | "docs";

/** A block at the top of a file. */
export interface Block {
  readonly kind: BlockKind;
  /** The word after the kind: a macro's name. */
  readonly name: string;
  /** From `{% kind` to `endkind %}`, with the white space that `{%-` and `-%}` eat. */
  readonly text: string;
  /** What stands between the two tags. */
  readonly contents: string;
  readonly place: Place;
  /** For messages about what is inside: hand it on to compileMacro or renderText. */
  readonly source: SourceOptions;
}

/** A tag at the top of a file that opens no block which the file may have. */
export interface UnexpectedTag {
  readonly kind: string;
  readonly place: Place;
}

export interface ExtractOptions {
  readonly kinds: readonly BlockKind[];
  readonly onUnexpected?: (tag: UnexpectedTag) => void;
}

/**
 * Cuts the blocks of the wanted kinds out of a file (dbt's extract_toplevel_blocks). Other tags
 * and text around them are ignored; `if` and `for` must nest, and no block may stand in them.
 *
 * @throws EngineError `JINJA_BLOCK` for blocks that do not close, nest or stand in control flow
 */
export function extractBlocks(text: string, path: string, options: ExtractOptions): Block[] {
  const places = new TemplateSource(text, { path });
  const reader = new BlockReader(text, places, options);
  const scanner = new TagScanner(text, (offset) => places.placeAt(offset));
  for (const tag of scanner.tags()) reader.take(tag);
  return reader.finish();
}

const CONTROL_FLOW: Readonly<Record<string, string>> = { if: "endif", for: "endfor" };
const CONTROL_FLOW_ENDS: Readonly<Record<string, string>> = { endif: "if", endfor: "for" };

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #open: string[] = [];
  readonly #text: string;
  readonly #places: TemplateSource;
  readonly #options: ExtractOptions;
  #current: ScannedTag | undefined;

  constructor(text: string, places: TemplateSource, options: ExtractOptions) {
    this.#text = text;
    this.#places = places;
    this.#options = options;
  }

  take(tag: ScannedTag): void {
    this.#trackControlFlow(tag);
    const kind = this.#options.kinds.find((wanted) => wanted === tag.kind);
    if (kind !== undefined) this.#begin(tag);
    else if (this.#current !== undefined && tag.kind === `end${this.#current.kind}`) {
      this.#end(this.#current, tag);
    } else if (this.#current === undefined) {
      this.#options.onUnexpected?.({ kind: tag.kind, place: this.#placeOf(tag.start) });
    }
  }

  finish(): Block[] {
    if (this.#current === undefined) return this.#blocks;
    const { kind, end } = this.#current;
    const line = String(this.#places.lineAt(end));
    throw brokenBlock(
      `Reached EOF without finding a close tag for ${kind} (searched from line ${line})`,
      this.#placeOf(this.#current.start),
    );
  }

  #trackControlFlow(tag: ScannedTag): void {
    if (CONTROL_FLOW[tag.kind] !== undefined) {
      this.#open.push(tag.kind);
      return;
    }
    const opener = CONTROL_FLOW_ENDS[tag.kind];
    if (opener === undefined) return;
    const innermost = this.#open.pop();
    if (innermost === opener) return;
    const at = this.#position(tag.start);
    const saw =
      innermost === undefined
        ? `but never saw a preceeding ${opener}`
        : `but expected ${CONTROL_FLOW[innermost] ?? ""} next`;
    throw brokenBlock(
      `Got an unexpected control flow end tag, got ${tag.kind} ${saw} (@ ${at})`,
      this.#placeOf(tag.start),
    );
  }

  #begin(tag: ScannedTag): void {
    if (this.#open.length > 0) {
      throw brokenBlock(
        `Got a block definition inside control flow at ${this.#position(tag.start)}. All dbt block definitions must be at the top level`,
        this.#placeOf(tag.start),
      );
    }
    if (this.#current !== undefined) {
      const { kind, start } = this.#current;
      throw brokenBlock(
        `Got nested tags: ${kind} (started at ${this.#position(start)}) did not have a matching {% end${kind} %} before a subsequent ${tag.kind} was found (started at ${this.#position(tag.start)})`,
        this.#placeOf(tag.start),
      );
    }
    this.#current = tag;
  }

  #end(opening: ScannedTag, closing: ScannedTag): void {
    const kind = this.#options.kinds.find((wanted) => wanted === opening.kind);
    if (kind === undefined) return;
    const { path } = this.#places;
    const line = this.#places.lineAt(opening.start);
    this.#blocks.push({
      kind,
      name: opening.name ?? "",
      text: this.#text.slice(opening.start, closing.end),
      contents: this.#text.slice(opening.end, closing.start),
      place: this.#placeOf(opening.start),
      source: { path, line, fileText: this.#text },
    });
    this.#current = undefined;
  }

  /** Where the tag itself stands: `{%-` matches the white space before it as well. */
  #placeOf(start: number): Place {
    const leading = /^\s*/.exec(this.#text.slice(start))?.[0].length ?? 0;
    return this.#places.placeAt(start + leading);
  }

  /** dbt counts columns from 0. */
  #position(offset: number): string {
    const { line = 1, column = 1 } = this.#places.placeAt(offset);
    return `${String(line)}:${String(column - 1)}`;
  }
}
