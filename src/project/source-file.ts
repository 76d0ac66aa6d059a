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
  /** Absent for seeds over the size limit. */
  readonly text: string;
  readonly checksum: FileHash;
}
