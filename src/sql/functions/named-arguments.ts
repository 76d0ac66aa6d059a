import { sqlRuleBroken } from "../../errors/sql-errors.ts";
import type { Scope } from "../generator/scope/scope.ts";
import type { Expression } from "../tree/expression.ts";
import type { Call } from "./function-spec.ts";

/** Functions whose arguments may be named (`f(name => value)`), with their parameters in order. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  mask: ["str", "upperChar", "lowerChar", "digitChar", "otherChar"],
  explode: ["collection"],
  explode_outer: ["collection"],
  posexplode: ["collection"],
  posexplode_outer: ["collection"],
};

/** Spark's defaults for parameters that a call leaves out before one that it names. */
const DEFAULTS: Readonly<Record<string, string>> = {
  upperChar: "X",
  lowerChar: "x",
  digitChar: "n",
};

/** The call with its named arguments in their places. */
export function placeNamedArguments(call: Call, scope: Scope): Call {
  if (!call.args.some((arg) => arg.kind === "named-argument")) return call;
  const name = call.name.at(-1) ?? "";
  const parameters = PARAMETERS[name];
  if (parameters === undefined) {
    throw sqlRuleBroken(
      `the function "${name}" takes no named arguments`,
      scope.emitter.place(call.at),
    );
  }
  const given = new Map<string, Expression>();
  for (const [index, arg] of call.args.entries()) {
    const key = arg.kind === "named-argument" ? arg.name : (parameters[index] ?? "");
    const parameter = parameters.find((each) => each.toLowerCase() === key.toLowerCase());
    if (parameter === undefined || given.has(parameter)) {
      throw sqlRuleBroken(
        `"${key}" is no open parameter of "${name}"`,
        scope.emitter.place(arg.at),
      );
    }
    given.set(parameter, arg.kind === "named-argument" ? arg.value : arg);
  }
  const last = Math.max(...[...given.keys()].map((key) => parameters.indexOf(key)));
  const args = parameters
    .slice(0, last + 1)
    .map((each) => given.get(each) ?? defaultOf(each, call.at));
  return { ...call, args };
}

function defaultOf(parameter: string, at: number): Expression {
  const value = DEFAULTS[parameter];
  return value === undefined ? { kind: "null", at } : { kind: "string", value, at };
}
