import { notSupported } from "../../errors/not-supported.ts";
import type { ForNode, IfNode, Parameter, Statement } from "../nodes.ts";
import type { TagParsing } from "../tag-parser.ts";
import { parseArguments } from "./parse-arguments.ts";
import { failUnknown, parseBody, parseBodyUntil } from "./parse-block.ts";
import { parseFilterChain } from "./parse-postfix.ts";
import { parseTuple } from "./parse-primary.ts";
import { parseSignature } from "./parse-signature.ts";
import { parseNameTarget, parseTarget } from "./parse-target.ts";
import type { ParserState } from "./parser-state.ts";

type StatementParser = (state: ParserState, start: number) => Statement;

const STATEMENTS: ReadonlyMap<string, StatementParser> = new Map([
  ["for", parseFor],
  ["if", parseIf],
  ["set", parseSet],
  ["macro", parseMacro],
  ["call", parseCallBlock],
  ["filter", parseFilterBlock],
  ["with", parseWith],
  ["print", parsePrint],
  ["do", parseDo],
  ["autoescape", parseAutoescape],
  ["block", parseBlock],
  ["break", (_state, start): Statement => ({ kind: "break", start })],
  ["continue", (_state, start): Statement => ({ kind: "continue", start })],
]);

/** Tags of template inheritance and loading: there is no loader here. */
const LOADING = new Set(["extends", "include", "import", "from"]);

/** The statement of a tag, its name the current token; tags of the host program win over Jinja's. */
export function parseStatement(state: ParserState): Statement {
  const { stream } = state;
  const token = stream.current;
  if (token.type !== "name") stream.fail("tag name expected");
  const custom = state.tags.get(token.text);
  const parser = STATEMENTS.get(token.text);
  if (custom === undefined && parser === undefined) {
    if (LOADING.has(token.text)) {
      throw notSupported(
        `the tag "${token.text}"`,
        "in templates",
        stream.source.placeAt(token.start),
      );
    }
    failUnknown(state, token.text);
  }
  state.openTags.push(token.text);
  stream.next();
  const statement = custom?.(tagParsing(state, token.start)) ?? parser?.(state, token.start);
  state.openTags.pop();
  return statement ?? failUnknown(state, token.text);
}

function parseFor(state: ParserState, start: number): ForNode {
  const { stream } = state;
  const target = parseTarget(state, { withNamespace: false });
  stream.expect("name", "in");
  const iterable = parseTuple(state, { withConditional: false });
  const filter = stream.skip("name", "if") ? state.expression() : undefined;
  const recursive = stream.skip("name", "recursive");
  const body = parseBody(state, ["endfor", "else"]);
  const otherwise = stream.next().text === "endfor" ? [] : parseBodyUntil(state, "endfor");
  return { kind: "for", target, iterable, filter, recursive, body, otherwise, start };
}

function parseIf(state: ParserState, start: number): IfNode {
  const branches: IfNode["branches"][number][] = [];
  for (;;) {
    const test = parseTuple(state, { withConditional: false });
    branches.push({ test, body: parseBody(state, ["elif", "else", "endif"]) });
    const end = state.stream.next().text;
    if (end === "elif") continue;
    const otherwise = end === "else" ? parseBodyUntil(state, "endif") : [];
    return { kind: "if", branches, otherwise, start };
  }
}

function parseSet(state: ParserState, start: number): Statement {
  const { stream } = state;
  const target = parseTarget(state, { withNamespace: true });
  if (stream.skip("operator", "=")) return { kind: "set", target, value: parseTuple(state), start };
  const filter = stream.skip("operator", "|") ? parseFilterChain(state, undefined) : undefined;
  return { kind: "set-block", target, filter, body: parseBodyUntil(state, "endset"), start };
}

function parseMacro(state: ParserState, start: number): Statement {
  const { name } = parseNameTarget(state);
  const parameters = parseSignature(state);
  return { kind: "macro", name, parameters, body: parseBodyUntil(state, "endmacro"), start };
}

function parseCallBlock(state: ParserState, start: number): Statement {
  const hasSignature = state.stream.test("operator", "(");
  const parameters: Parameter[] = hasSignature ? parseSignature(state) : [];
  const call = state.expression();
  if (call.kind !== "call") state.stream.fail("expected call", start);
  const body = parseBodyUntil(state, "endcall");
  return { kind: "call-block", parameters, call, body, start };
}

function parseFilterBlock(state: ParserState, start: number): Statement {
  const filter = parseFilterChain(state, undefined);
  return { kind: "filter-block", filter, body: parseBodyUntil(state, "endfilter"), start };
}

function parseWith(state: ParserState, start: number): Statement {
  const { stream } = state;
  const assignments = [];
  while (!stream.test("block_end")) {
    if (assignments.length > 0) stream.expect("operator", ",");
    const target = parseTarget(state, { withNamespace: false });
    stream.expect("operator", "=");
    assignments.push({ target, value: state.expression() });
  }
  return { kind: "with", assignments, body: parseBodyUntil(state, "endwith"), start };
}

function parsePrint(state: ParserState, start: number): Statement {
  const { stream } = state;
  const parts = [];
  while (!stream.test("block_end")) {
    if (parts.length > 0) stream.expect("operator", ",");
    parts.push(state.expression());
  }
  return { kind: "output", parts, start };
}

function parseDo(state: ParserState, start: number): Statement {
  return { kind: "do", value: parseTuple(state), start };
}

/** Escaping is for HTML pages; the block stays a scope of its own. */
function parseAutoescape(state: ParserState, start: number): Statement {
  state.expression();
  return { kind: "scope", isIsolated: false, body: parseBodyUntil(state, "endautoescape"), start };
}

/** Without inheritance a block is its body, in place. */
function parseBlock(state: ParserState, start: number): Statement {
  const { stream } = state;
  const name = stream.expect("name").text;
  const isScoped = stream.skip("name", "scoped");
  stream.skip("name", "required");
  const body = parseBodyUntil(state, "endblock");
  stream.skip("name", name);
  return { kind: "scope", isIsolated: !isScoped, body, start };
}

function tagParsing(state: ParserState, start: number): TagParsing {
  const { stream } = state;
  return {
    start,
    expectName: () => stream.expect("name").text,
    expectOperator: (text) => void stream.expect("operator", text),
    skipOperator: (text) => stream.skip("operator", text),
    expression: () => state.expression(),
    signature: () => parseSignature(state),
    arguments: () => parseArguments(state),
    bodyUntil: (endTag) => parseBodyUntil(state, endTag),
    fail: (message) => stream.fail(message),
  };
}
