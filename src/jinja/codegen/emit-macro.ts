import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallBlockNode, MacroNode, Parameter } from "../nodes.ts";
import type { MacroFacts } from "../runtime/macro-value.ts";
import { readsUndeclared } from "../scopes/reads-undeclared.ts";
import { trackNames } from "../scopes/track-names.ts";
import { emitCall } from "./emit-call.ts";
import { enterFrame, functionFrame, textSink } from "./emit-frame.ts";
import type { Emission, Frame } from "./emission.ts";

/** `{% macro %}`: a macro value in the variable of its name. */
export function emitMacro(emission: Emission, node: MacroNode, frame: Frame): void {
  const variable = frame.symbols.variable(node.name);
  const value = macroValue(emission, node, frame);
  frame.writer.line(`${variable}=${value};`);
  if (frame.isTopLevel)
    frame.writer.line(`ctx.exports.set(${JSON.stringify(node.name)},${variable});`);
}

/** `{% call %}`: its body becomes the macro `caller` of the call. */
export function emitCallBlock(emission: Emission, node: CallBlockNode, frame: Frame): void {
  const caller = emission.fresh.next("m");
  frame.writer.line(`const ${caller}=${macroValue(emission, node, frame)};`);
  const value = emitCall(emission, node.call, frame, caller);
  const { variable, isNative } = frame.sink;
  frame.writer.line(isNative ? `${variable}.push(${value});` : `${variable}+=str(${value});`);
}

const SPECIAL = ["caller", "kwargs", "varargs"] as const;

function macroValue(emission: Emission, node: MacroNode | CallBlockNode, frame: Frame): string {
  const inner = macroFrame(emission, node, frame);
  const special = specialParameters(emission, node);
  const variables = declareParameters(inner, node.parameters, special);
  trackNames(
    inner.symbols,
    node.parameters.flatMap(({ fallback }) => fallback ?? []),
  );
  trackNames(inner.symbols, node.body);
  const body = macroBody(emission, node, inner);
  const facts = JSON.stringify(macroFacts(node, special));
  const shown = JSON.stringify(node.kind === "macro" ? (node.shownName ?? node.name) : null);
  const kind = emission.flavour.isAsync ? "async function" : "function";
  return (
    `new MacroValue(ctx,source,${facts},${kind}(${variables.join(",")}){` +
    `let P=${String(node.start)},${inner.sink.variable}="";` +
    `try{\n${body}\n}catch(error){throw located(error,source,P,${shown});}})`
  );
}

function declareParameters(
  { symbols }: Frame,
  parameters: readonly Parameter[],
  special: ReadonlySet<string>,
): string[] {
  const extra = SPECIAL.filter((word) => special.has(word) && !names(parameters).includes(word));
  return [...names(parameters), ...extra].map((name) => symbols.declareParameter(name));
}

function macroFacts(node: MacroNode | CallBlockNode, special: ReadonlySet<string>): MacroFacts {
  const parameters = names(node.parameters);
  const name = node.kind === "macro" ? node.name : null;
  return {
    name,
    shownName: node.kind === "macro" ? (node.shownName ?? name) : null,
    start: node.start,
    parameters,
    takesNames: special.has("kwargs") && !parameters.includes("kwargs"),
    takesMore: special.has("varargs") && !parameters.includes("varargs"),
    takesCaller: special.has("caller"),
  };
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
