import type { ArgumentList, Expression, FilterNode } from "../expression-nodes.ts";
import { parseArguments } from "./parse-arguments.ts";
import { parsePrimary } from "./parse-primary.ts";
import type { ParserState } from "./parser-state.ts";

const NO_ARGUMENTS: ArgumentList = {
  positional: [],
  named: [],
  spread: undefined,
  namedSpread: undefined,
};

/** `.name`, `[key]` and `(arguments)` behind a value, as many as there are. */
export function parsePostfix(state: ParserState, value: Expression): Expression {
  let node = value;
  for (;;) {
    if (state.stream.test("operator", ".") || state.stream.test("operator", "[")) {
      node = parseSubscript(state, node);
    } else if (state.stream.test("operator", "(")) {
      node = parseCall(state, node);
    } else {
      return node;
    }
  }
}

/** `| filter`, `is test` and calls behind a value. */
export function parseFilters(state: ParserState, value: Expression): Expression {
  let node = value;
  for (;;) {
    if (state.stream.skip("operator", "|")) node = parseFilter(state, node);
    else if (state.stream.test("name", "is")) node = parseTest(state, node);
    else if (state.stream.test("operator", "(")) node = parseCall(state, node);
    else return node;
  }
}

export function parseCall(state: ParserState, callee: Expression): Expression {
  return { kind: "call", callee, args: parseArguments(state), start: callee.start };
}

function parseSubscript(state: ParserState, object: Expression): Expression {
  const { stream } = state;
  const { start } = object;
  if (stream.skip("operator", ".")) {
    const token = stream.next();
    if (token.type === "name") return { kind: "attribute", object, name: token.text, start };
    if (token.type !== "integer") stream.fail("expected name or number", token.start);
    const key: Expression = { kind: "constant", value: token.value, start: token.start };
    return { kind: "item", object, key, start };
  }
  stream.expect("operator", "[");
  const keys: Expression[] = [];
  while (!stream.test("operator", "]")) {
    if (keys.length > 0) stream.expect("operator", ",");
    keys.push(parseKey(state));
  }
  stream.expect("operator", "]");
  const [only] = keys;
  const key: Expression =
    keys.length === 1 && only !== undefined ? only : { kind: "tuple", items: keys, start };
  return { kind: "item", object, key, start };
}

/** A key or a slice. */
function parseKey(state: ParserState): Expression {
  const { stream } = state;
  const { start } = stream.current;
  let from: Expression | undefined;
  if (!stream.test("operator", ":")) {
    from = state.expression();
    if (!stream.test("operator", ":")) return from;
  }
  stream.expect("operator", ":");
  const to = parseBound(state);
  const step = stream.skip("operator", ":") ? parseBound(state) : undefined;
  return { kind: "slice", from, to, step, start };
}

function parseBound(state: ParserState): Expression | undefined {
  const ended = [":", "]", ","].some((text) => state.stream.test("operator", text));
  return ended ? undefined : state.expression();
}

/** A filter behind its `|` (or `{% filter`), with those chained to it. */
export function parseFilterChain(state: ParserState, value: Expression | undefined): FilterNode {
  let node = parseFilter(state, value);
  while (state.stream.skip("operator", "|")) node = parseFilter(state, node);
  return node;
}

function parseFilter(state: ParserState, value: Expression | undefined): FilterNode {
  const { start } = state.stream.current;
  const name = parseDottedName(state);
  const args = state.stream.test("operator", "(") ? parseArguments(state) : NO_ARGUMENTS;
  return { kind: "filter", value, name, args, start };
}

function parseDottedName({ stream }: ParserState): string {
  let name = stream.expect("name").text;
  while (stream.skip("operator", ".")) name += `.${stream.expect("name").text}`;
  return name;
}

function parseTest(state: ParserState, value: Expression): Expression {
  const { stream } = state;
  const { start } = stream.expect("name", "is");
  const negated = stream.skip("name", "not");
  const name = parseDottedName(state);
  const test: Expression = { kind: "test", value, name, args: parseTestArguments(state), start };
  return negated ? { kind: "unary", operator: "not", operand: test, start } : test;
}

/** `divisibleby(3)`, or `divisibleby 3` with one value without parentheses. */
function parseTestArguments(state: ParserState): ArgumentList {
  const { stream } = state;
  if (stream.test("operator", "(")) return parseArguments(state);
  if (!startsValue(state)) return NO_ARGUMENTS;
  if (stream.test("name", "is")) stream.fail("You cannot chain multiple tests with is");
  const value = parsePostfix(state, parsePrimary(state));
  return { ...NO_ARGUMENTS, positional: [value] };
}

function startsValue({ stream }: ParserState): boolean {
  const { type, text } = stream.current;
  if (type === "name") return !["else", "or", "and"].includes(text);
  if (type === "operator") return text === "[" || text === "{";
  return type === "string" || type === "integer" || type === "float";
}
