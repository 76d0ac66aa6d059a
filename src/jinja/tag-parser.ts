import type { Parameter, Statement } from "./nodes.ts";
import type { ArgumentList, Expression } from "./expression-nodes.ts";

/** What a tag of the host program can do while its tag is parsed. */
export interface TagParsing {
  /** Offset of the tag's name. */
  readonly start: number;
  /** Takes the next word, which must be a name. */
  expectName(): string;
  expectOperator(text: string): void;
  /** Takes the operator when it is next. */
  skipOperator(text: string): boolean;
  expression(): Expression;
  /** `(a, b=1)` of a macro. */
  signature(): readonly Parameter[];
  arguments(): ArgumentList;
  /** The statements up to `{% endTag %}`, which is taken too. */
  bodyUntil(endTag: string): readonly Statement[];
  /** Stops with a syntax error at the current word. */
  fail(message: string): never;
}

/** Reads a tag after its name; the result takes the tag's place in the tree. */
export type TagParser = (parsing: TagParsing) => Statement;
