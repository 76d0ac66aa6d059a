import { join } from "node:path";
import { compileMacro } from "../dialect/compile-macro.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { extractBlocks } from "../dialect/extract-blocks.ts";
import type { Block } from "../dialect/extract-blocks.ts";
import type { KnownMacro, SourceFile } from "./source-file.ts";

/** The digest's name, beside the bundle. */
export const MACRO_DIGEST = "built-in-macros.json";

/**
 * The built-in macros as text that a start can take in at once: some 300 files and their macros'
 * calls and parameters, so that nothing is scanned or parsed until it is called.
 *
 * @param home - the folder `macros`; roots are written relative to it
 * @public called by scripts/build.mjs
 */
export function writeDigest(files: readonly SourceFile[], home: string, dialect: Dialect): string {
  return JSON.stringify(
    files.map((file) => ({
      ...file,
      root: file.root.slice(home.length + 1),
      macros: isMacroFile(file) ? knownMacros(file, dialect) : [],
    })),
  );
}

/** The inverse of `writeDigest`. */
export function readDigest(text: string, home: string): readonly SourceFile[] {
  const files = JSON.parse(text) as SourceFile[];
  return files.map((file) => ({
    ...file,
    root: join(home, file.root),
    macros: (file.macros ?? []).map(({ block, summary }) => ({
      summary,
      block: withFileText(block, file.text),
    })),
  }));
}

function isMacroFile({ kind }: SourceFile): boolean {
  return kind === "macro" || kind === "generic_test";
}

function knownMacros(file: SourceFile, dialect: Dialect): KnownMacro[] {
  return extractBlocks(file.text, file.originalFilePath, {
    kinds: ["macro", "materialization", "test", "data_test"],
  }).map((block) => ({
    summary: compileMacro(dialect, block.text, block.source),
    block: withoutFileText(block),
  }));
}

/** A file's text stands in the digest once. */
function withoutFileText({ place, source, ...block }: Block): Block {
  return {
    ...block,
    place: omit(place, "text"),
    source: omit(source, "fileText"),
  };
}

function withFileText(block: Block, text: string): Block {
  return {
    ...block,
    place: { ...block.place, text },
    source: { ...block.source, fileText: text },
  };
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const copy = { ...value };
  Reflect.deleteProperty(copy, key);
  return copy;
}
