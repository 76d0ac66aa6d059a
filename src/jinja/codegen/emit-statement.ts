import { pythonError } from "../../errors/jinja-errors.ts";
import type {
  FilterBlockNode,
  LoopControlNode,
  ScopeNode,
  SetBlockNode,
  SetNode,
  Statement,
  WithNode,
} from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import { Symbols } from "../scopes/symbols.ts";
import { declareTarget, trackNames } from "../scopes/track-names.ts";
import { emitCondition } from "./emit-expression.ts";
import { emitFilter } from "./emit-filter.ts";
import { emitFor } from "./emit-for.ts";
import { emitAssignment, enterFrame, innerFrame, textSink } from "./emit-frame.ts";
import { emitCallBlock, emitMacro } from "./emit-macro.ts";
import { emitOutput, emitReturn } from "./emit-output.ts";
import type { Emission, Frame } from "./emission.ts";

/** Writes the JavaScript of statements into the frame's function. */
export function emitStatements(
  emission: Emission,
  nodes: readonly Statement[],
  frame: Frame,
): void {
  for (const node of nodes) {
    frame.writer.line(`P=${String(node.start)};`);
    emitStatement(emission, node, frame);
  }
}

function emitStatement(emission: Emission, node: Statement, frame: Frame): void {
  switch (node.kind) {
    case "output":
      emitOutput(emission, node, frame);
      break;
    case "if":
      emitIf(emission, node, frame);
      break;
    case "for":
      emitFor(emission, node, frame);
      break;
    case "set":
      emitSet(emission, node, frame);
      break;
    case "set-block":
      emitSetBlock(emission, node, frame);
      break;
    case "macro":
      emitMacro(emission, node, frame);
      break;
    case "call-block":
      emitCallBlock(emission, node, frame);
      break;
    case "do":
      if (!emitReturn(emission, node.value, frame)) {
        frame.writer.line(`${emission.expression(node.value, frame)};`);
      }
      break;
    default:
      emitBlock(emission, node, frame);
  }
}

type BlockStatement = FilterBlockNode | WithNode | ScopeNode | LoopControlNode;

function emitBlock(emission: Emission, node: BlockStatement, frame: Frame): void {
  switch (node.kind) {
    case "filter-block":
      emitFilterBlock(emission, node, frame);
      break;
    case "with":
      emitWith(emission, node, frame);
      break;
    case "scope":
      emitScope(emission, node, frame);
      break;
    case "break":
    case "continue":
      emitLoopControl(emission, node, frame);
      break;
  }
}

function emitIf(emission: Emission, node: Extract<Statement, { kind: "if" }>, frame: Frame): void {
  const soft = { ...frame, isBranch: true };
  node.branches.forEach(({ test, body }, index) => {
    frame.writer.line(`${index === 0 ? "" : "}else "}if(${emitCondition(emission, test, soft)}){`);
    emission.statements(body, soft);
  });
  if (node.otherwise.length > 0) {
    frame.writer.line("}else{");
    emission.statements(node.otherwise, soft);
  }
  frame.writer.line("}");
}

function emitSet(emission: Emission, { target, value }: SetNode, frame: Frame): void {
  const text = emission.expression(value, frame);
  emitAssignment(emission, { target, value: text, declares: false }, frame);
}

/** The body's text goes into a variable of its own; then it is assigned, in the frame around. */
function emitSetBlock(emission: Emission, node: SetBlockNode, frame: Frame): void {
  const inner = innerFrame(frame, textSink(emission));
  trackNames(inner.symbols, node.body);
  openBlock(inner);
  emission.statements(node.body, inner);
  const text = filtered(emission, node.filter, frame, inner.sink.variable);
  emitAssignment(emission, { target: node.target, value: text, declares: false }, frame);
  frame.writer.line("}");
}

function emitFilterBlock(emission: Emission, node: FilterBlockNode, frame: Frame): void {
  const inner = innerFrame(frame, textSink(emission));
  trackNames(inner.symbols, node.body);
  openBlock(inner);
  emission.statements(node.body, inner);
  const value = filtered(emission, node.filter, frame, inner.sink.variable);
  const { variable, isNative } = frame.sink;
  frame.writer.line(isNative ? `${variable}.push(${value});}` : `${variable}+=str(${value});}`);
}

function openBlock(frame: Frame): void {
  frame.writer.line(`{let ${frame.sink.variable}="";`);
  enterFrame(frame);
}

/** The filters of a block, the innermost of which takes the body's text. */
function filtered(
  emission: Emission,
  filter: Extract<Expression, { kind: "filter" }> | undefined,
  frame: Frame,
  text: string,
): string {
  if (filter === undefined) return text;
  const below = filter.value?.kind === "filter" ? filter.value : undefined;
  return emitFilter(emission, filter, frame, filtered(emission, below, frame, text));
}

/** The values are read outside of the block. */
function emitWith(emission: Emission, node: WithNode, frame: Frame): void {
  const inner = innerFrame(frame);
  for (const { target } of node.assignments) declareTarget(inner.symbols, target);
  trackNames(inner.symbols, node.body);
  frame.writer.line("{");
  for (const { target, value } of node.assignments) {
    const text = emission.expression(value, frame);
    emitAssignment(emission, { target, value: text, declares: true }, inner);
  }
  enterFrame(inner);
  emission.statements(node.body, inner);
  frame.writer.line("}");
}

function emitScope(emission: Emission, node: ScopeNode, frame: Frame): void {
  const inner = { ...innerFrame(frame), ...(node.isIsolated && { symbols: new Symbols() }) };
  trackNames(inner.symbols, node.body);
  frame.writer.line("{");
  enterFrame(inner);
  emission.statements(node.body, inner);
  frame.writer.line("}");
}

function emitLoopControl(emission: Emission, node: LoopControlNode, frame: Frame): void {
  if (frame.loopDepth === 0) {
    const message =
      node.kind === "break" ? "'break' outside loop" : "'continue' not properly in loop";
    throw pythonError("SyntaxError", message, emission.source.placeAt(node.start));
  }
  frame.writer.line(`${node.kind};`);
}
