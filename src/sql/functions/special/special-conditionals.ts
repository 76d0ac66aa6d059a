import { emitComparison } from "../../generator/expression/emit-comparison.ts";
import { asCondition } from "../../generator/expression/emit-comparison.ts";
import { unify } from "../../generator/expression/emit-case.ts";
import { castTo } from "../../generator/cast/cast.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { atom, operand, type TypedSql } from "../../generator/scope/typed-sql.ts";
import { quoteString } from "../../quote-name.ts";
import { sparkTypeText, type SimpleTypeKind } from "../../spark-type.ts";
import { BINARY, decimal, STRING } from "../../types/spark-types.ts";
import { argumentAt, emitArguments } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";

export const ifFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 3);
  const test = asCondition(argumentAt(args, 0), scope, call.at);
  const [yes, no] = unify(args.slice(1), "if", scope, call.at);
  return atom(
    `CASE WHEN ${test.sql} THEN ${yes?.sql ?? "NULL"} ELSE ${no?.sql ?? "NULL"} END`,
    yes?.type ?? { kind: "void" },
  );
};

export const nvl2Function: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 3);
  const [yes, no] = unify(args.slice(1), "nvl2", scope, call.at);
  const test = `${operand(argumentAt(args, 0))} IS NOT NULL`;
  return atom(
    `CASE WHEN ${test} THEN ${yes?.sql ?? "NULL"} ELSE ${no?.sql ?? "NULL"} END`,
    yes?.type ?? { kind: "void" },
  );
};

/** nullif(a, b): a's type stays. */
export const nullifFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const left = argumentAt(args, 0);
  const test = emitComparison("=", { left, right: argumentAt(args, 1), scope, at: call.at });
  return atom(`CASE WHEN ${test.sql} THEN NULL ELSE ${left.sql} END`, left.type);
};

export const equalNullFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const value = emitComparison("<=>", {
    left: argumentAt(args, 0),
    right: argumentAt(args, 1),
    scope,
    at: call.at,
  });
  return { ...value, sql: operand(value), atomic: true };
};

/** decode(binary, charset), or Oracle's decode(x, search, result, ..., default). */
export const decodeFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, Infinity);
  const subject = argumentAt(args, 0);
  if (args.length === 2) {
    const bytes = castTo(subject, BINARY, { scope, at: call.at });
    const charset = castTo(argumentAt(args, 1), STRING, { scope, at: call.at });
    return atom(`sp_decode(${bytes.sql}, ${charset.sql})`, STRING);
  }
  const rest = args.slice(1);
  const pairs = Math.floor(rest.length / 2);
  const results = Array.from({ length: pairs }, (_each, index) => argumentAt(rest, index * 2 + 1));
  const hasDefault = rest.length % 2 === 1;
  const values = unify(
    hasDefault ? [...results, argumentAt(rest, rest.length - 1)] : results,
    "decode",
    scope,
    call.at,
  );
  const branches = results.map((_result, index) => {
    const test = emitComparison("<=>", {
      left: subject,
      right: argumentAt(rest, index * 2),
      scope,
      at: call.at,
    });
    return `WHEN ${test.sql} THEN ${values[index]?.sql ?? "NULL"}`;
  });
  const last = hasDefault ? ` ELSE ${values.at(-1)?.sql ?? "NULL"}` : "";
  return atom(`CASE ${branches.join(" ")}${last} END`, values[0]?.type ?? { kind: "void" });
};

/** typeof(x): known without running. */
export const typeofFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  if (value.type.kind === "unknown") return atom(`sp_typeof(${value.sql})`, STRING);
  return atom(quoteString(sparkTypeText(value.type)), STRING);
};

/** int(x), date(x), ...: a cast by the type's name. */
export function castFunction(kind: SimpleTypeKind | "decimal"): SpecialFunction {
  return (call, scope) =>
    castByName(kind, argumentAt(emitArguments(call, scope, 1), 0), scope, call.at);
}

function castByName(
  kind: SimpleTypeKind | "decimal",
  value: TypedSql,
  scope: Scope,
  at: number,
): TypedSql {
  return castTo(value, kind === "decimal" ? decimal(10, 0) : { kind }, { scope, at });
}
