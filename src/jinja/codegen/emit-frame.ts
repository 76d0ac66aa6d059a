import { assertNever } from "../../util/assert-never.ts";
import type { Target } from "../nodes.ts";
import type { Load } from "../scopes/symbols.ts";
import { Symbols } from "../scopes/symbols.ts";
import { FunctionWriter } from "./function-writer.ts";
import type { Emission, Frame, OutputSink } from "./emission.ts";

/** Declares the variables of a frame and gives them their first values. Parameters have theirs. */
export function enterFrame(frame: Frame): void {
  const declared: string[] = [];
  for (const [variable, load] of frame.symbols.loads) {
    const value = firstValue(load);
    if (value !== undefined) declared.push(`${variable}=${value}`);
  }
  if (declared.length > 0) frame.writer.line(`let ${declared.join(",")};`);
}

function firstValue(load: Load): string | undefined {
  switch (load.kind) {
    case "parameter":
      return undefined;
    case "resolve":
      return `ctx.resolve(${JSON.stringify(load.name)})`;
    case "alias":
      return load.outer;
    case "unset":
      return "M";
    default:
      return assertNever(load);
  }
}

/** A frame with names of its own in the same JavaScript function. */
export function innerFrame(frame: Frame, sink: OutputSink = frame.sink): Frame {
  return {
    ...frame,
    symbols: new Symbols(frame.symbols),
    sink,
    isTopLevel: false,
    isBranch: false,
    inDefaults: false,
  };
}

/** A frame in a JavaScript function of its own. */
export function functionFrame(emission: Emission, frame: Frame, sink: OutputSink): Frame {
  return {
    ...innerFrame(frame, sink),
    writer: new FunctionWriter(emission.fresh),
    loopDepth: 0,
    canReturn: false,
  };
}

/** A variable that collects text. */
export function textSink(emission: Emission): OutputSink {
  return { variable: emission.fresh.next("o"), isNative: false };
}

export interface Assignment {
  readonly target: Target;
  /** JavaScript text. */
  readonly value: string;
  /** The variables are new in this frame. */
  readonly declares: boolean;
}

/** Assigns a JavaScript value to what a `set`, `for` or `with` names. */
export function emitAssignment(emission: Emission, assignment: Assignment, frame: Frame): void {
  const { target, value, declares } = assignment;
  const { writer, symbols } = frame;
  if (target.kind === "namespace-target") {
    const owner = symbols.variable(target.name);
    writer.line(`setNamespace(${owner},${JSON.stringify(target.attribute)},${value});`);
  } else if (target.kind === "name-target") {
    const variable = symbols.variable(target.name);
    writer.line(`${declares ? "let " : ""}${variable}=${value};`);
    if (frame.isTopLevel) {
      writer.line(`ctx.exports.set(${JSON.stringify(target.name)},${variable});`);
    }
  } else {
    const items = emission.fresh.next("u");
    writer.line(`const ${items}=unpack(${value},${String(target.items.length)});`);
    target.items.forEach((item, index) => {
      const part = `${items}[${String(index)}]`;
      emitAssignment(emission, { target: item, value: part, declares }, frame);
    });
  }
}
