/** Where something stands in a file that the user wrote. */
export interface Place {
  /** Path as shown to the user: relative to the project root, with forward slashes. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in code points. */
  readonly column?: number;
  /** The file's text, for the snippet. Never a file that holds secrets. */
  readonly text?: string;
}

/** One frame of the macro call stack, innermost first. */
export interface MacroFrame {
  readonly name: string;
  readonly path: string;
  /** 1-based line of the call or failure inside `path`. */
  readonly line: number;
}
