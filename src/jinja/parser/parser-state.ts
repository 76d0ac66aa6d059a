import type { Statement } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import type { SyntaxOptions } from "../syntax-options.ts";
import type { TagParser } from "../tag-parser.ts";
import type { TokenStream } from "./token-stream.ts";

/** What the parsing functions share. They reach each other through it, so that no file imports in a ring. */
export interface ParserState {
  readonly stream: TokenStream;
  readonly options: SyntaxOptions;
  readonly tags: ReadonlyMap<string, TagParser>;
  /** Names of the tags that are open, for messages. */
  readonly openTags: string[];
  /** What would end the blocks that are open, outermost first. */
  readonly endTags: (readonly string[])[];
  expression(withConditional?: boolean): Expression;
  /** Statements until one of the end tags, which stays the current token. */
  statements(endTags: readonly string[]): Statement[];
}
