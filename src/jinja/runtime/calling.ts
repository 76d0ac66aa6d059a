import { pythonError } from "../../errors/jinja-errors.ts";
import { fromPython, toPython } from "../convert.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { pythonTypeName } from "../python-types.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { getAttribute, methodOf } from "./attributes.ts";
import type { RenderContext } from "../render-context.ts";

type Names = ReadonlyMap<string, unknown>;

/** Calls what a template names; the result may be a promise. */
export function callValue(
  _context: RenderContext,
  callee: unknown,
  positional: readonly unknown[],
  named: Names,
): unknown {
  if (isHostObject(callee)) {
    const { call } = callee[HOST];
    if (call !== undefined) return callee[HOST].call?.({ positional, named });
  }
  if (typeof callee === "function") return callHost(callee, positional, named);
  if (callee instanceof UndefinedValue) {
    if (callee.facts.absorbing === true) return callee;
    throw callee.error();
  }
  throw pythonError("TypeError", `'${pythonTypeName(callee)}' object is not callable`);
}

/** A plain function of a library user gets plain values; names come last, as one object. */
function callHost(callee: unknown, positional: readonly unknown[], named: Names): unknown {
  if (typeof callee !== "function") return null;
  const values = positional.map(fromPython);
  if (named.size > 0) {
    values.push(
      Object.fromEntries(Array.from(named, ([name, value]) => [name, fromPython(value)])),
    );
  }
  const result: unknown = Reflect.apply(callee, undefined, values);
  return isPromise(result) ? result.then(toPython) : toPython(result);
}

/** `owner.name(...)`: methods of built-in types are called without a bound method in between. */
export function callMethod(
  context: RenderContext,
  owner: unknown,
  name: string,
  positional: readonly unknown[],
  named: Names,
): unknown {
  const method = methodOf(owner, name);
  if (method !== undefined) return method(owner, { positional, named });
  return callValue(context, getAttribute(context, owner, name), positional, named);
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && value instanceof Promise;
}

/** For the flavour that cannot wait. */
export function callValueSync(
  context: RenderContext,
  callee: unknown,
  positional: readonly unknown[],
  named: Names,
): unknown {
  return settled(callValue(context, callee, positional, named), callee);
}

export function callMethodSync(
  context: RenderContext,
  owner: unknown,
  name: string,
  positional: readonly unknown[],
  named: Names,
): unknown {
  return settled(callMethod(context, owner, name, positional, named), name);
}

function settled(result: unknown, callee: unknown): unknown {
  if (!isPromise(result)) return result;
  result.catch(() => undefined);
  const name = typeof callee === "string" ? callee : pythonTypeName(callee);
  throw pythonError(
    "TemplateRuntimeError",
    `'${name}' has to wait for an answer, which this rendering cannot do.`,
  );
}
