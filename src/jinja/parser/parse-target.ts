import { pyRepr } from "../python-text.ts";
import { describeToken } from "../lexer/tokens.ts";
import type { NameTarget, Target } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import { parsePrimary } from "./parse-primary.ts";
import type { ParserState } from "./parser-state.ts";

export interface TargetRules {
  /** `ns.name` may be assigned to. */
  readonly withNamespace: boolean;
}

/** What stands before `=` or `in`: names, tuples of names, attributes of namespaces. */
export function parseTarget(state: ParserState, rules: TargetRules): Target {
  const { stream } = state;
  const { start } = stream.current;
  const items: Target[] = [];
  let isTuple = false;
  while (!atEnd(state)) {
    items.push(parseOne(state, rules));
    if (!stream.skip("operator", ",")) break;
    isTuple = true;
  }
  const [first] = items;
  if (!isTuple && first !== undefined) return first;
  if (!isTuple) stream.fail(`Expected an expression, got ${pyRepr(describeToken(stream.current))}`);
  return { kind: "tuple-target", items, start };
}

function atEnd({ stream }: ParserState): boolean {
  if (stream.test("variable_end") || stream.test("block_end")) return true;
  return stream.test("operator", ")");
}

function parseOne(state: ParserState, { withNamespace }: TargetRules): Target {
  const { stream } = state;
  const token = stream.current;
  if (withNamespace && token.type === "name" && stream.testNext("operator", ".")) {
    stream.next();
    stream.next();
    const attribute = stream.expect("name").text;
    return { kind: "namespace-target", name: token.text, attribute, start: token.start };
  }
  return targetOf(state, parsePrimary(state));
}

const NOT_ASSIGNABLE: Readonly<Record<string, string>> = { constant: "const" };

function targetOf(state: ParserState, node: Expression): Target {
  if (node.kind === "name") return nameTarget(state, node.name, node.start);
  if (node.kind === "tuple") {
    const items = node.items.map((item) => targetOf(state, item));
    return { kind: "tuple-target", items, start: node.start };
  }
  const shown = NOT_ASSIGNABLE[node.kind] ?? node.kind;
  return state.stream.fail(`can't assign to '${shown}'`, node.start);
}

/** A single name that something is assigned to. */
export function parseNameTarget(state: ParserState): NameTarget {
  const token = state.stream.expect("name");
  return nameTarget(state, token.text, token.start);
}

const RESERVED = new Set(["true", "false", "none", "True", "False", "None"]);

function nameTarget(state: ParserState, name: string, start: number): NameTarget {
  if (RESERVED.has(name)) state.stream.fail("can't assign to 'name'", start);
  return { kind: "name-target", name, start };
}
