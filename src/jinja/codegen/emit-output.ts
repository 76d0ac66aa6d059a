import type { DataNode, OutputNode } from "../nodes.ts";
import type { CallNode, Expression } from "../expression-nodes.ts";
import { isConstantExpression } from "./is-constant-expression.ts";
import type { Emission, Frame } from "./emission.ts";

/** Text and `{{ }}`: added to the text, or pushed as values in the native flavour. */
export function emitOutput(emission: Emission, node: OutputNode, frame: Frame): void {
  for (const part of node.parts) {
    if (part.kind !== "data") {
      if (emitReturn(emission, part, frame)) return;
      frame.writer.line(`P=${String(part.start)};`);
    }
    frame.writer.line(
      frame.sink.isNative ? pushValue(emission, part, frame) : addText(emission, part, frame),
    );
  }
}

function addText(emission: Emission, part: DataNode | Expression, frame: Frame): string {
  const { variable } = frame.sink;
  if (part.kind === "data") return `${variable}+=${JSON.stringify(part.text)};`;
  const isConstant = isConstantExpression(part, emission.names);
  return `${variable}+=str(${emission.expression(part, { ...frame, isConstant })});`;
}

/** Jinja evaluates constant expressions before it knows that values are wanted: they become text. */
function pushValue(emission: Emission, part: DataNode | Expression, frame: Frame): string {
  const { variable } = frame.sink;
  if (part.kind === "data") return `${variable}.push(${JSON.stringify(part.text)});`;
  const isConstant = isConstantExpression(part, emission.names);
  const value = emission.expression(part, { ...frame, isConstant });
  return `${variable}.push(${isConstant ? `constantText(${value})` : value});`;
}

/**
 * A `{{ return(x) }}` or `{% do return(x) %}` of a macro as a JavaScript return, which costs a
 * fraction of a throw. Gives whether it wrote one.
 */
export function emitReturn(emission: Emission, node: Expression, frame: Frame): boolean {
  if (!frame.canReturn || !isReturnCall(emission, node, frame)) return false;
  const [value] = node.args.positional;
  if (value === undefined) return false;
  frame.writer.line(`P=${String(node.start)};`);
  frame.writer.line(`return new Returned(${emission.expression(value, frame)});`);
  return true;
}

function isReturnCall(emission: Emission, node: Expression, { symbols }: Frame): node is CallNode {
  if (node.kind !== "call" || node.callee.kind !== "name") return false;
  const { name } = node.callee;
  if (name !== emission.flavour.returnFunction) return false;
  const { args } = node;
  const plain = args.positional.length === 1 && args.named.length === 0;
  if (!plain || args.spread !== undefined || args.namedSpread !== undefined) return false;
  return symbols.loadOf(symbols.variable(name))?.kind === "resolve";
}
