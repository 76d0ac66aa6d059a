import { pythonError } from "../../errors/jinja-errors.ts";
import { fromPython, toPython } from "../convert.ts";
import { HOST, isHostObject, type CallArguments } from "../host-object.ts";
import { pythonTypeName } from "../python-types.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { getAttribute, methodOf } from "./attributes.ts";
import type { RenderContext } from "../render-context.ts";

/** Calls what a template names; the result may be a promise. */
export function callValue(_context: RenderContext, callee: unknown, args: CallArguments): unknown {
  if (isHostObject(callee)) {
    const protocol = callee[HOST];
    if (protocol.call !== undefined) return protocol.call(args);
  }
  if (isFunction(callee)) return callHost(callee, args);
  if (callee instanceof UndefinedValue) {
    if (callee.facts.absorbing === true) return callee;
    throw callee.error();
  }
  throw pythonError("TypeError", `'${pythonTypeName(callee)}' object is not callable`);
}

type PlainFunction = (...values: unknown[]) => unknown;

function isFunction(value: unknown): value is PlainFunction {
  return typeof value === "function";
}

/** A plain function of a library user gets plain values; names come last, as one object. */
function callHost(callee: PlainFunction, { positional, named }: CallArguments): unknown {
  const values = positional.map(fromPython);
  if (named.size > 0) {
    const entries = Array.from(named, ([name, value]) => [name, fromPython(value)] as const);
    values.push(Object.fromEntries(entries));
  }
  const result = callee(...values);
  return isPromise(result) ? result.then(toPython) : toPython(result);
}

/** `owner.name(...)`: methods of built-in types are called without a bound method in between. */
export function callMethod(
  context: RenderContext,
  owner: unknown,
  name: string,
  args: CallArguments,
): unknown {
  const method = methodOf(owner, name);
  if (method !== undefined) return method(owner, args);
  return callValue(context, getAttribute(context, owner, name), args);
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && value instanceof Promise;
}

/** For the flavour that cannot wait. */
export function callValueSync(
  context: RenderContext,
  callee: unknown,
  args: CallArguments,
): unknown {
  return settled(callValue(context, callee, args), pythonTypeName(callee));
}

export function callMethodSync(
  context: RenderContext,
  owner: unknown,
  name: string,
  args: CallArguments,
): unknown {
  return settled(callMethod(context, owner, name, args), name);
}

function settled(result: unknown, name: string): unknown {
  if (!isPromise(result)) return result;
  // Nobody waits for it; its failure would end the program.
  result.catch(() => undefined);
  throw pythonError(
    "TemplateRuntimeError",
    `'${name}' has to wait for an answer, which this rendering cannot do.`,
  );
}
