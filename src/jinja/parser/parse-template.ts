import type { Token } from "../lexer/tokens.ts";
import type { DataNode, Statement } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import type { SyntaxOptions } from "../syntax-options.ts";
import type { TagParser } from "../tag-parser.ts";
import type { TemplateSource } from "../template-source.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseTuple } from "./parse-primary.ts";
import { parseStatement } from "./parse-statement.ts";
import type { ParserState } from "./parser-state.ts";
import { TokenStream } from "./token-stream.ts";

export interface Grammar {
  readonly options: SyntaxOptions;
  readonly tags: ReadonlyMap<string, TagParser>;
}

/** The statements of a whole template. */
export function parseTemplate(
  source: TemplateSource,
  tokens: readonly Token[],
  { options, tags }: Grammar,
): Statement[] {
  const state: ParserState = {
    stream: new TokenStream(source, tokens),
    options,
    tags,
    openTags: [],
    endTags: [],
    expression: (withConditional) => parseExpression(state, withConditional),
    statements: (endTags) => {
      state.endTags.push(endTags);
      const body = parseStatements(state, endTags);
      state.endTags.pop();
      return body;
    },
  };
  return parseStatements(state, []);
}

function parseStatements(state: ParserState, endTags: readonly string[]): Statement[] {
  const { stream } = state;
  const body: Statement[] = [];
  let parts: (DataNode | Expression)[] = [];
  const flush = (): void => {
    const [first] = parts;
    if (first !== undefined) body.push({ kind: "output", parts, start: first.start });
    parts = [];
  };
  while (!stream.test("eof")) {
    const token = stream.next();
    if (token.type === "data") {
      parts.push({ kind: "data", text: token.text, start: token.start });
    } else if (token.type === "variable_begin") {
      parts.push(parseTuple(state));
      stream.expect("variable_end");
    } else {
      flush();
      if (stream.test("name") && endTags.includes(stream.current.text)) return body;
      body.push(parseStatement(state));
      stream.expect("block_end");
    }
  }
  flush();
  return body;
}
