import type { Statement } from "../nodes.ts";
import type { Names } from "../render-context.ts";
import { Symbols } from "../scopes/symbols.ts";
import { trackNames } from "../scopes/track-names.ts";
import type { TemplateSource } from "../template-source.ts";
import { emitExpression } from "./emit-expression.ts";
import { enterFrame } from "./emit-frame.ts";
import { emitStatements } from "./emit-statement.ts";
import { FunctionWriter, NameSource } from "./function-writer.ts";
import type { Emission, Flavour, Frame } from "./emission.ts";

/**
 * The JavaScript of a template: text for `new Function("rt", "source", "filters", "tests", text)`,
 * which gives the root function. Only names of the runtime and variables of its own occur in it.
 */
export function generate(
  body: readonly Statement[],
  source: TemplateSource,
  names: Names,
  flavour: Flavour,
): string {
  const emission: Emission = {
    flavour,
    source,
    names,
    fresh: new NameSource(),
    hoisted: [],
    filterVariables: new Map(),
    statements: (nodes, frame) => {
      emitStatements(emission, nodes, frame);
    },
    expression: (node, frame) => emitExpression(emission, node, frame),
  };
  const frame = rootFrame(emission);
  trackNames(frame.symbols, body);
  enterFrame(frame);
  emission.statements(body, frame);
  const { variable, isNative } = frame.sink;
  return [
    '"use strict";',
    `const {${RUNTIME_NAMES.join(",")}}=rt;`,
    ...emission.hoisted,
    `return ${flavour.isAsync ? "async " : ""}function root(ctx){let P=0,${variable}=${isNative ? "[]" : '""'};try{`,
    frame.writer.finish(),
    `return ${variable};`,
    "}catch(error){throw located(error,source,P,null);}};",
  ].join("\n");
}

function rootFrame(emission: Emission): Frame {
  return {
    symbols: new Symbols(),
    writer: new FunctionWriter(emission.fresh),
    sink: { variable: "o0", isNative: emission.flavour.isNative },
    isTopLevel: true,
    isBranch: false,
    loopDepth: 0,
    canReturn: false,
    isConstant: false,
    inDefaults: false,
  };
}

/** What generated code may use; the runtime has exactly these. */
export const RUNTIME_NAMES = [
  "M",
  "NO_ARGUMENTS",
  "NO_NAMES",
  "LoopContext",
  "MacroValue",
  "PyFloat",
  "PyTuple",
  "Returned",
  "add",
  "binary",
  "callMethod",
  "callMethodSync",
  "callValue",
  "callValueSync",
  "constantSlice",
  "constantText",
  "dictOf",
  "equals",
  "generator",
  "getAttribute",
  "getItem",
  "isIn",
  "isPromise",
  "iterate",
  "located",
  "missingParameter",
  "names",
  "negate",
  "noElse",
  "order",
  "positive",
  "setNamespace",
  "slice",
  "spread",
  "str",
  "truth",
  "unknownName",
  "unpack",
  "unset",
] as const;
