import { pyRepr } from "../python-text.ts";
import { describeToken, type Token } from "../lexer/tokens.ts";
import type { Expression } from "../expression-nodes.ts";
import type { ParserState } from "./parser-state.ts";

const CONSTANTS = new Map<string, unknown>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);

/** A name, a literal or something in brackets. */
export function parsePrimary(state: ParserState): Expression {
  const { stream } = state;
  const token = stream.current;
  const { start } = token;
  switch (token.type) {
    case "name":
      stream.next();
      if (CONSTANTS.has(token.text)) {
        return { kind: "constant", value: CONSTANTS.get(token.text), start };
      }
      return { kind: "name", name: token.text, start };
    case "string":
      return { kind: "constant", value: adjacentStrings(state), start };
    case "integer":
    case "float":
      stream.next();
      return { kind: "constant", value: token.value, start };
    default:
      return parseBracketed(state, token);
  }
}

function adjacentStrings({ stream }: ParserState): string {
  let text = "";
  while (stream.test("string")) text += stream.next().text;
  return text;
}

function parseBracketed(state: ParserState, token: Token): Expression {
  const { stream } = state;
  if (stream.skip("operator", "(")) {
    const inner = parseTuple(state, { inParentheses: true });
    stream.expect("operator", ")");
    return inner;
  }
  if (stream.test("operator", "[")) return parseList(state);
  if (stream.test("operator", "{")) return parseDict(state);
  return stream.fail(`unexpected ${pyRepr(describeToken(token))}`);
}

function parseList(state: ParserState): Expression {
  const { stream } = state;
  const { start } = stream.expect("operator", "[");
  const items: Expression[] = [];
  while (!stream.test("operator", "]")) {
    if (items.length > 0) stream.expect("operator", ",");
    if (stream.test("operator", "]")) break;
    items.push(state.expression());
  }
  stream.expect("operator", "]");
  return { kind: "list", items, start };
}

function parseDict(state: ParserState): Expression {
  const { stream } = state;
  const { start } = stream.expect("operator", "{");
  const pairs: { key: Expression; value: Expression }[] = [];
  while (!stream.test("operator", "}")) {
    if (pairs.length > 0) stream.expect("operator", ",");
    if (stream.test("operator", "}")) break;
    const key = state.expression();
    stream.expect("operator", ":");
    pairs.push({ key, value: state.expression() });
  }
  stream.expect("operator", "}");
  return { kind: "dict", pairs, start };
}

export interface TupleRules {
  /** `()` is a tuple; without parentheses nothing is not an expression. */
  readonly inParentheses?: boolean;
  readonly withConditional?: boolean;
}

/** `a`, or `a, b` as a tuple; a comma may end it. */
export function parseTuple(state: ParserState, rules: TupleRules = {}): Expression {
  const { stream } = state;
  const { start } = stream.current;
  const items: Expression[] = [];
  let isTuple = false;
  while (!atTupleEnd(state)) {
    items.push(state.expression(rules.withConditional));
    if (!stream.skip("operator", ",")) break;
    isTuple = true;
  }
  const [first] = items;
  if (!isTuple && first !== undefined) return first;
  if (!isTuple && rules.inParentheses !== true) {
    stream.fail(`Expected an expression, got ${pyRepr(describeToken(stream.current))}`);
  }
  return { kind: "tuple", items, start };
}

function atTupleEnd({ stream }: ParserState): boolean {
  if (stream.test("variable_end") || stream.test("block_end")) return true;
  return stream.test("operator", ")");
}
