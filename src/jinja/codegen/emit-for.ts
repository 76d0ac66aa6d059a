import { pythonError } from "../../errors/jinja-errors.ts";
import type { ForNode } from "../nodes.ts";
import type { Expression } from "../expression-nodes.ts";
import { readsUndeclared } from "../scopes/reads-undeclared.ts";
import { declareTarget, trackNames } from "../scopes/track-names.ts";
import { walkNodes } from "../walk-nodes.ts";
import { emitCondition } from "./emit-expression.ts";
import { emitAssignment, enterFrame, functionFrame, innerFrame, textSink } from "./emit-frame.ts";
import type { Emission, Frame } from "./emission.ts";

/** A loop. One that mentions `loop`, or is recursive, walks a loop object; the others walk the values. */
export function emitFor(emission: Emission, node: ForNode, frame: Frame): void {
  refuseLoopAssignment(emission, node);
  const iterable = emission.expression(node.iterable, frame);
  if (!node.recursive) {
    emitLoop(emission, node, frame, { iterable, recursion: "" });
    return;
  }
  const { isAsync } = emission.flavour;
  const recursive = emission.fresh.next("r");
  const inner = functionFrame(emission, frame, textSink(emission));
  emitLoop(emission, node, inner, { iterable: "items", recursion: `,${recursive},depth` });
  frame.writer.line(`const ${recursive}=${isAsync ? "async " : ""}(items,depth)=>{`);
  frame.writer.line(`let ${inner.sink.variable}="";`);
  frame.writer.line(inner.writer.finish());
  frame.writer.line(`return ${inner.sink.variable};};`);
  const rendered = `${isAsync ? "await " : ""}${recursive}(${iterable},0)`;
  const { variable, isNative } = frame.sink;
  frame.writer.line(isNative ? `${variable}.push(${rendered});` : `${variable}+=${rendered};`);
}

interface Source {
  readonly iterable: string;
  /** The further arguments of a recursive loop object. */
  readonly recursion: string;
}

function emitLoop(emission: Emission, node: ForNode, frame: Frame, source: Source): void {
  const { writer } = frame;
  const extended = node.recursive || readsUndeclared(node.body, ["loop"]).size > 0;
  const body = { ...innerFrame(frame), loopDepth: frame.loopDepth + 1 };
  const loop = extended ? body.symbols.declareParameter("loop") : "";
  declareTarget(body.symbols, node.target);
  trackNames(body.symbols, node.body);
  const passed = node.otherwise.length > 0 ? emission.fresh.next("n") : undefined;
  if (passed !== undefined) writer.line(`let ${passed}=true;`);
  const item = emission.fresh.next("v");
  if (extended) {
    const items = emitFiltered(emission, node, frame, source.iterable);
    const walker = emission.fresh.next("w");
    writer.line(`const ${walker}=new LoopContext(ctx,${items}${source.recursion});`);
    writer.line(`while(${walker}.advance()){const ${item}=${walker}.current,${loop}=${walker};`);
  } else {
    writer.line(`for(const ${item} of iterate(${source.iterable})){`);
    if (node.filter !== undefined) emitGuard(emission, node, frame, { item, filter: node.filter });
  }
  emitAssignment(emission, { target: node.target, value: item, declares: true }, body);
  enterFrame(body);
  emission.statements(node.body, body);
  // As in Jinja, `continue` passes this by: a loop that only continues runs its else block.
  if (passed !== undefined) writer.line(`${passed}=false;`);
  writer.line("}");
  if (passed !== undefined) emitElse(emission, node, frame, passed);
}

function emitElse(emission: Emission, node: ForNode, frame: Frame, passed: string): void {
  const inner = innerFrame(frame);
  trackNames(inner.symbols, node.otherwise);
  frame.writer.line(`if(${passed}){`);
  enterFrame(inner);
  emission.statements(node.otherwise, inner);
  frame.writer.line("}");
}

interface Guard {
  readonly item: string;
  readonly filter: Expression;
}

/** `if` of a plain loop: items that do not pass are skipped before the body. */
function emitGuard(emission: Emission, node: ForNode, frame: Frame, { item, filter }: Guard): void {
  const test = testFrame(node, frame);
  const { writer } = frame;
  writer.line("{");
  emitAssignment(emission, { target: node.target, value: item, declares: true }, test);
  enterFrame(test);
  writer.line(`if(!(${emitCondition(emission, filter, test)}))continue;}`);
}

function testFrame(node: ForNode, frame: Frame): Frame {
  const test = innerFrame(frame);
  declareTarget(test.symbols, node.target);
  if (node.filter !== undefined) trackNames(test.symbols, [node.filter]);
  return test;
}

/**
 * `if` of a loop with a loop object, which counts only what passes. A generator keeps it lazy;
 * where the condition may suspend, the items are picked before the loop begins.
 */
function emitFiltered(emission: Emission, node: ForNode, frame: Frame, iterable: string): string {
  const { filter } = node;
  if (filter === undefined) return iterable;
  const picked = emission.fresh.next("g");
  const eager = emission.flavour.isAsync && containsCall(filter);
  const inner = eager ? frame : functionFrame(emission, frame, frame.sink);
  const test = testFrame(node, inner);
  const { writer } = test;
  const item = emission.fresh.next("v");
  if (eager) writer.line(`const ${picked}=[];`);
  writer.line(`for(const ${item} of iterate(${eager ? iterable : "items"})){`);
  emitAssignment(emission, { target: node.target, value: item, declares: true }, test);
  enterFrame(test);
  if (eager) {
    writer.line(`if(${emitCondition(emission, filter, test)})${picked}.push(${item});}`);
    return picked;
  }
  writer.line(`if(${emitCondition(emission, filter, test)})yield ${item};}`);
  frame.writer.line(`const ${picked}=function*(items){${writer.finish()}};`);
  return `generator(${picked}(${iterable}))`;
}

function containsCall(node: Expression): boolean {
  let found = false;
  walkNodes([node], (inner) => {
    if (inner.kind === "call") found = true;
  });
  return found;
}

function refuseLoopAssignment(emission: Emission, node: ForNode): void {
  walkNodes([node], (inner) => {
    if (inner.kind !== "name-target" || inner.name !== "loop") return;
    throw pythonError(
      "TemplateAssertionError",
      "Can't assign to special loop variable in for-loop target",
      emission.source.placeAt(inner.start),
    );
  });
}
