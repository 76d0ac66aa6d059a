import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { atom, stringLiteralOf } from "../../generator/scope/typed-sql.ts";
import { unify } from "../../generator/expression/emit-case.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { widerTypeWithoutStrings } from "../../types/common-type.ts";
import { duckType } from "../../types/duck-type.ts";
import { decimal, STRING } from "../../types/spark-types.ts";
import { argumentAt, castArgument, emitArguments } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";

/** to_number(text, format): the format's digits make the decimal's precision and scale. */
function toNumber(name: string): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2);
    const text = castArgument(argumentAt(args, 0), STRING, call, scope);
    const format = stringLiteralOf(argumentAt(args, 1));
    if (format === undefined) {
      const what = `the format of "${call.name.join(".")}"`;
      throw sqlTypeMismatch(what, "must be a string literal", scope.emitter.place(call.at));
    }
    const [whole = "", fraction = ""] = format.toUpperCase().split(/[.D]/);
    const scale = digitsIn(fraction);
    const precision = Math.max(digitsIn(whole) + scale, 1);
    if (precision > 38) {
      const problem = "has more than 38 digits";
      throw sqlTypeMismatch(`the format "${format}"`, problem, scope.emitter.place(call.at));
    }
    const type = decimal(precision, scale);
    return atom(
      `CAST(${name}(${text.sql}, ${argumentAt(args, 1).sql}) AS ${duckType(type)})`,
      type,
    );
  };
}

function digitsIn(part: string): number {
  return part.replace(/[^09]/g, "").length;
}

/** greatest and least skip NULLs; strings do not mix with other types. */
export function extremeFunction(name: "greatest" | "least"): SpecialFunction {
  return (call, scope) => {
    const args = emitArguments(call, scope, 2, Infinity);
    for (const [index, arg] of args.entries()) {
      const other = argumentAt(args, Math.max(index - 1, 0));
      if (widerTypeWithoutStrings(arg.type, other.type) !== undefined) continue;
      const problem = `does not compare ${sparkTypeText(other.type)} with ${sparkTypeText(arg.type)}`;
      throw sqlTypeMismatch(`the function "${name}"`, problem, scope.emitter.place(call.at));
    }
    const values = unify(args, name, scope, call.at);
    return atom(
      `${name}(${values.map((value) => value.sql).join(", ")})`,
      values[0]?.type ?? STRING,
    );
  };
}

export const toNumberFunction = toNumber("sp_to_number");
export const tryToNumberFunction = toNumber("sp_try_to_number");
