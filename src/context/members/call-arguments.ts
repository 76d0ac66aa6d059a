import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { pythonTypeName } from "../../jinja/python-types.ts";
import { UndefinedValue } from "../../jinja/undefined-value.ts";

/** Arguments by parameter name; what was not given is absent. */
export type BoundArguments<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

/**
 * Python's binding of a call: positional first, then by name.
 *
 * @param required - how many of the first parameters must be given
 */
export function bindCall<Name extends string>(
  name: string,
  parameters: readonly Name[],
  args: CallArguments,
  required = 0,
): BoundArguments<Name> {
  if (args.positional.length > parameters.length) {
    throw pythonError(
      "TypeError",
      `${name}() takes ${parameters.length} positional arguments but ${args.positional.length} were given`,
    );
  }
  const bound: Partial<Record<Name, unknown>> = {};
  for (const [index, value] of args.positional.entries()) {
    const parameter = parameters[index];
    if (parameter !== undefined) bound[parameter] = value;
  }
  for (const [key, value] of args.named) {
    const parameter = parameters.find((known) => known === key);
    if (parameter === undefined) {
      throw pythonError("TypeError", `${name}() got an unexpected keyword argument '${key}'`);
    }
    if (parameter in bound) {
      throw pythonError("TypeError", `${name}() got multiple values for argument '${key}'`);
    }
    bound[parameter] = value;
  }
  requireArguments(name, parameters.slice(0, required), bound);
  return bound;
}

function requireArguments(
  name: string,
  required: readonly string[],
  bound: Readonly<Record<string, unknown>>,
): void {
  const missing = required.filter((parameter) => !(parameter in bound));
  if (missing.length === 0) return;
  const list = missing.map((parameter) => `'${parameter}'`).join(" and ");
  const noun = missing.length === 1 ? "argument" : "arguments";
  throw pythonError(
    "TypeError",
    `${name}() missing ${missing.length} required positional ${noun}: ${list}`,
  );
}

/** None, Undefined and absent are null; everything else prints as Python prints it. */
export function optionalText(value: unknown): string | null {
  if (value === undefined || value === null || value instanceof UndefinedValue) return null;
  return pyStr(value);
}

/** The items of a list, tuple or dict (its keys); a lone value is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value instanceof UndefinedValue) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyDict) return [...value.keys()];
  return [value];
}

/** The bool a template passed; None and Undefined are `undefined`. */
export function optionalBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** The dict a template must pass here. */
export function expectDict(name: string, value: unknown): PyDict {
  if (value instanceof PyDict) return value;
  throw pythonError("TypeError", `${name}: expected a dict, got ${pythonTypeName(value)}`);
}
