import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { isUnknown } from "../../types/spark-types.ts";
import type { Call } from "../function-spec.ts";

/** The options of from_json and its like, `map('key', 'value', ...)`, as JSON text; '' where none are given. */
export function optionsText(
  options: Call["args"][number] | undefined,
  call: Call,
  scope: Scope,
): string {
  if (options === undefined) return "''";
  const { sql, type } = scope.emitter.emitExpression(options, scope);
  const isMap = type.kind === "map" && type.key.kind === "string" && type.value.kind === "string";
  if (!isMap && !isUnknown(type)) {
    const problem = `must be a map of strings, not ${sparkTypeText(type)}`;
    const what = `the options of "${call.name.join(".")}"`;
    throw sqlTypeMismatch(what, problem, scope.emitter.place(call.at));
  }
  return `CAST(to_json(${sql}) AS VARCHAR)`;
}
