import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallBlockNode, MacroNode, Parameter } from "../nodes.ts";
import { readsUndeclared } from "../scopes/reads-undeclared.ts";
import { trackNames } from "../scopes/track-names.ts";
import { emitCall } from "./emit-call.ts";
import { enterFrame, functionFrame, textSink } from "./emit-frame.ts";
import type { Emission, Frame } from "./emission.ts";

/** `{% macro %}`: a macro value in the variable of its name. */
export function emitMacro(emission: Emission, node: MacroNode, frame: Frame): void {
  const variable = frame.symbols.variable(node.name);
  const value = macroValue(emission, node, frame, node.name);
  frame.writer.line(`${variable}=${value};`);
  if (frame.isTopLevel)
    frame.writer.line(`ctx.exports.set(${JSON.stringify(node.name)},${variable});`);
}

/** `{% call %}`: its body becomes the macro `caller` of the call. */
export function emitCallBlock(emission: Emission, node: CallBlockNode, frame: Frame): void {
  const caller = emission.fresh.next("m");
  frame.writer.line(`const ${caller}=${macroValue(emission, node, frame, undefined)};`);
  const value = emitCall(emission, node.call, frame, caller);
  const { variable, isNative } = frame.sink;
  frame.writer.line(isNative ? `${variable}.push(${value});` : `${variable}+=str(${value});`);
}

const SPECIAL = ["caller", "kwargs", "varargs"] as const;

function macroValue(
  emission: Emission,
  node: MacroNode | CallBlockNode,
  frame: Frame,
  name: string | undefined,
): string {
  const inner = macroFrame(emission, node, frame);
  const special = specialParameters(emission, node);
  const parameters = node.parameters.map((parameter) =>
    inner.symbols.declareParameter(parameter.name),
  );
  for (const word of SPECIAL) {
    if (special.has(word) && !names(node.parameters).includes(word)) {
      parameters.push(inner.symbols.declareParameter(word));
    }
  }
  trackNames(
    inner.symbols,
    node.parameters.flatMap(({ fallback }) => fallback ?? []),
  );
  trackNames(inner.symbols, node.body);
  const body = macroBody(emission, node, inner);
  const start = `let P=${String(node.start)},${inner.sink.variable}="";`;
  const shownName = JSON.stringify(name ?? null);
  const { isAsync } = emission.flavour;
  const facts = JSON.stringify({
    parameters: names(node.parameters),
    takesNames: special.has("kwargs") && !names(node.parameters).includes("kwargs"),
    takesMore: special.has("varargs") && !names(node.parameters).includes("varargs"),
    takesCaller: special.has("caller"),
  });
  return (
    `new MacroValue(ctx,${shownName},${facts},${isAsync ? "async " : ""}function(${parameters.join(",")}){` +
    `${start}try{\n${body}\n}catch(error){throw located(error,source,P,${shownName});}})`
  );
}

function macroFrame(emission: Emission, node: MacroNode | CallBlockNode, frame: Frame): Frame {
  const inner = functionFrame(emission, frame, textSink(emission));
  return { ...inner, canReturn: node.kind === "macro" && frame.isTopLevel };
}

function names(parameters: readonly Parameter[]): string[] {
  return parameters.map((parameter) => parameter.name);
}

/** `caller`, `kwargs` and `varargs` exist only in macros that mention them. */
function specialParameters(emission: Emission, node: MacroNode | CallBlockNode): Set<string> {
  const special = readsUndeclared(node.body, SPECIAL);
  const explicit = node.parameters.find((parameter) => parameter.name === "caller");
  if (special.has("caller") && explicit !== undefined && explicit.fallback === undefined) {
    throw pythonError(
      "TemplateAssertionError",
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
      emission.source.placeAt(node.start),
    );
  }
  return special;
}

function macroBody(emission: Emission, node: MacroNode | CallBlockNode, frame: Frame): string {
  const { writer } = frame;
  enterFrame(frame);
  for (const { name, fallback } of node.parameters) {
    const variable = frame.symbols.variable(name);
    const value =
      fallback === undefined
        ? `missingParameter(ctx,${JSON.stringify(name)})`
        : emission.expression(fallback, { ...frame, inDefaults: true });
    writer.line(`if(${variable}===M)${variable}=${value};`);
  }
  emission.statements(node.body, frame);
  writer.line(`return ${frame.sink.variable};`);
  return writer.finish();
}
