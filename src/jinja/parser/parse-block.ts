import type { Statement } from "../nodes.ts";
import type { ParserState } from "./parser-state.ts";

/** The statements of a block up to its end tag, which stays the current token. */
export function parseBody(state: ParserState, endTags: readonly string[]): Statement[] {
  const { stream } = state;
  stream.skip("operator", ":");
  stream.expect("block_end");
  const body = state.statements(endTags);
  if (stream.test("eof")) {
    state.endTags.push(endTags);
    failUnknown(state, undefined);
  }
  return body;
}

/** Like parseBody, and takes the end tag. */
export function parseBodyUntil(state: ParserState, endTag: string): Statement[] {
  const body = parseBody(state, [endTag]);
  state.stream.next();
  return body;
}

/** The error of an unknown tag, or of a template that ends inside a block. */
export function failUnknown(state: ParserState, tag: string | undefined): never {
  const innermost = state.endTags[state.endTags.length - 1];
  const wanted = innermost?.map((name) => `'${name}'`).join(" or ");
  const parts = [
    tag === undefined ? "Unexpected end of template." : `Encountered unknown tag '${tag}'.`,
  ];
  if (wanted !== undefined) {
    const misplaced = tag !== undefined && state.endTags.some((names) => names.includes(tag));
    parts.push(
      misplaced
        ? `You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for ${wanted}.`
        : `Jinja was looking for the following tags: ${wanted}.`,
    );
  }
  const open = state.openTags[state.openTags.length - 1];
  if (open !== undefined) parts.push(`The innermost block that needs to be closed is '${open}'.`);
  return state.stream.fail(parts.join(" "));
}
