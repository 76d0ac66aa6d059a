import type { ArgumentList, Expression, Keyword } from "../expression-nodes.ts";
import type { ParserState } from "./parser-state.ts";

interface Draft {
  readonly positional: Expression[];
  readonly named: Keyword[];
  spread: Expression | undefined;
  namedSpread: Expression | undefined;
}

/** `(a, b, *rest, c=1, **names)`; a comma may end it. */
export function parseArguments(state: ParserState): ArgumentList {
  const { stream } = state;
  const { start } = stream.expect("operator", "(");
  const draft: Draft = { positional: [], named: [], spread: undefined, namedSpread: undefined };
  let first = true;
  while (!stream.test("operator", ")")) {
    if (!first) stream.expect("operator", ",");
    if (!first && stream.test("operator", ")")) break;
    first = false;
    if (!parseArgument(state, draft)) {
      stream.fail("invalid syntax for function call expression", start);
    }
  }
  stream.expect("operator", ")");
  return draft;
}

/** Adds one argument; false when it may not stand here. */
function parseArgument(state: ParserState, draft: Draft): boolean {
  const { stream } = state;
  if (stream.skip("operator", "*")) {
    if (draft.spread !== undefined || draft.namedSpread !== undefined) return false;
    draft.spread = state.expression();
    return true;
  }
  if (draft.namedSpread !== undefined) return false;
  if (stream.skip("operator", "**")) {
    draft.namedSpread = state.expression();
    return true;
  }
  if (stream.test("name") && stream.testNext("operator", "=")) {
    const name = stream.next().text;
    stream.next();
    draft.named.push({ name, value: state.expression() });
    return true;
  }
  if (draft.spread !== undefined || draft.named.length > 0) return false;
  draft.positional.push(state.expression());
  return true;
}
