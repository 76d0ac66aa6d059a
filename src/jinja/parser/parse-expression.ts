import type { BinaryNode, CompareNode, CompareOperator, Expression } from "../expression-nodes.ts";
import { parseFilters, parsePostfix } from "./parse-postfix.ts";
import { parsePrimary } from "./parse-primary.ts";
import type { ParserState } from "./parser-state.ts";

/** An expression; `a if b else c` only where the place allows it. */
export function parseExpression(state: ParserState, withConditional = true): Expression {
  return withConditional ? parseConditional(state) : parseOr(state);
}

function parseConditional(state: ParserState): Expression {
  const { start } = state.stream.current;
  let then = parseOr(state);
  while (state.stream.skip("name", "if")) {
    const test = parseOr(state);
    const otherwise = state.stream.skip("name", "else") ? parseConditional(state) : undefined;
    then = { kind: "conditional", test, then, otherwise, start };
  }
  return then;
}

function parseOr(state: ParserState): Expression {
  const { start } = state.stream.current;
  let left = parseAnd(state);
  while (state.stream.skip("name", "or")) {
    left = { kind: "logical", operator: "or", left, right: parseAnd(state), start };
  }
  return left;
}

function parseAnd(state: ParserState): Expression {
  const { start } = state.stream.current;
  let left = parseNot(state);
  while (state.stream.skip("name", "and")) {
    left = { kind: "logical", operator: "and", left, right: parseNot(state), start };
  }
  return left;
}

function parseNot(state: ParserState): Expression {
  const { start } = state.stream.current;
  if (!state.stream.skip("name", "not")) return parseCompare(state);
  return { kind: "unary", operator: "not", operand: parseNot(state), start };
}

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">="]);

function parseCompare(state: ParserState): Expression {
  const { start } = state.stream.current;
  const first = parseSum(state);
  const rest: { operator: CompareOperator; value: Expression }[] = [];
  for (;;) {
    const operator = takeComparison(state);
    if (operator === undefined) break;
    rest.push({ operator, value: parseSum(state) });
  }
  const node: CompareNode = { kind: "compare", first, rest, start };
  return rest.length === 0 ? first : node;
}

function takeComparison({ stream }: ParserState): CompareOperator | undefined {
  const { current } = stream;
  if (current.type === "operator" && COMPARISONS.has(current.text)) {
    return stream.next().text as CompareOperator;
  }
  if (stream.skip("name", "in")) return "in";
  if (!stream.test("name", "not") || !stream.testNext("name", "in")) return undefined;
  stream.next();
  stream.next();
  return "not in";
}

type Operators = readonly BinaryNode["operator"][];

/** Left-associative operators of one precedence. */
function parseBinary(
  state: ParserState,
  operators: Operators,
  operand: (state: ParserState) => Expression,
): Expression {
  const { start } = state.stream.current;
  let left = operand(state);
  for (;;) {
    const operator = operators.find((text) => state.stream.skip("operator", text));
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: operand(state), start };
  }
}

function parseSum(state: ParserState): Expression {
  return parseBinary(state, ["+", "-"], parseConcat);
}

/** `~` binds tighter than `+` and looser than `*`. */
function parseConcat(state: ParserState): Expression {
  const { start } = state.stream.current;
  const parts = [parseProduct(state)];
  while (state.stream.skip("operator", "~")) parts.push(parseProduct(state));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "concat", parts, start };
}

function parseProduct(state: ParserState): Expression {
  return parseBinary(state, ["*", "/", "//", "%"], parsePower);
}

/** Left-associative and looser than the sign, unlike Python: `-2 ** 2` is 4. */
function parsePower(state: ParserState): Expression {
  return parseBinary(state, ["**"], (inner) => parseUnary(inner, true));
}

function parseUnary(state: ParserState, withFilters: boolean): Expression {
  const { stream } = state;
  const { start } = stream.current;
  const operator = stream.skip("operator", "-") ? "-" : stream.skip("operator", "+") ? "+" : "";
  const bare: Expression =
    operator === ""
      ? parsePrimary(state)
      : { kind: "unary", operator, operand: parseUnary(state, false), start };
  const node = parsePostfix(state, bare);
  return withFilters ? parseFilters(state, node) : node;
}
