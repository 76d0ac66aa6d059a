import type { MacroSummary } from "../dialect/compile-macro.ts";
import type { Block } from "../dialect/extract-blocks.ts";
import type { FileHash } from "../manifest/node-parts.ts";

export type SourceFileKind =
  | "model"
  | "seed"
  | "snapshot"
  | "test"
  | "generic_test"
  | "analysis"
  | "macro"
  | "docs"
  | "properties"
  | "fixture"
  | "function"
  | "python_model";

/** One file of a package. */
export interface SourceFile {
  readonly kind: SourceFileKind;
  readonly packageName: string;
  /** Absolute folder of the package. */
  readonly root: string;
  /** The resource folder it was found in, e.g. `models`. */
  readonly searchPath: string;
  /** Path inside `searchPath`, with forward slashes: a node's `path`. */
  readonly path: string;
  /** Path inside the package: a node's `original_file_path`. */
  readonly originalFilePath: string;
  /**
   * The contents without white space around them, as dbt keeps them; properties keep what stands
   * before. Empty for seeds, whose rows are read when they are loaded.
   */
  readonly text: string;
  /** The line of the file at which `text` starts, 1-based. */
  readonly firstLine: number;
  readonly checksum: FileHash;
  /** The macros in it, where they were read before: the built-in ones, when the package was built. */
  readonly macros?: readonly KnownMacro[];
}

/** A macro's block and what can be said of it without reading it again. */
export interface KnownMacro {
  readonly block: Block;
  readonly summary: MacroSummary;
}
