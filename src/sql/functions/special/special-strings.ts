import { emitConcat } from "../../generator/expression/emit-concat.ts";
import { emitArguments } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";
import { operand } from "../../generator/scope/typed-sql.ts";

/** concat(a, b, ...): NULL in, NULL out. */
export const concatFunction: SpecialFunction = (call, scope) => {
  const value = emitConcat(emitArguments(call, scope, 0, Infinity), scope, call.at);
  return { ...value, sql: operand(value), atomic: true };
};
