/** How templates are written; the defaults are Jinja's. */
export interface SyntaxOptions {
  readonly blockStart: string;
  readonly blockEnd: string;
  readonly variableStart: string;
  readonly variableEnd: string;
  readonly commentStart: string;
  readonly commentEnd: string;
  /** Drop the newline after a block tag. */
  readonly trimBlocks: boolean;
  /** Drop white space between the start of a line and a block tag. */
  readonly lstripBlocks: boolean;
  readonly keepTrailingNewline: boolean;
  /** Parameters of macros may have types, `a: list[string] = []`, as dbt allows. */
  readonly typedParameters: boolean;
}

export const DEFAULT_SYNTAX: SyntaxOptions = {
  blockStart: "{%",
  blockEnd: "%}",
  variableStart: "{{",
  variableEnd: "}}",
  commentStart: "{#",
  commentEnd: "#}",
  trimBlocks: false,
  lstripBlocks: false,
  keepTrailingNewline: false,
  typedParameters: false,
};
