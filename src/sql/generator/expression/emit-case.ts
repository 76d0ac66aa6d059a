import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText } from "../../spark-type.ts";
import type { CaseExpression } from "../../tree/expression.ts";
import { widerTypeOf } from "../../types/common-type.ts";
import { castTo } from "../cast/cast.ts";
import { asCondition, emitComparison } from "./emit-comparison.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

/** CASE: each branch in the common type of all. */
export function emitCase(node: CaseExpression, scope: Scope, at: number): TypedSql {
  const { emitExpression } = scope.emitter;
  const subject = node.operand === undefined ? undefined : emitExpression(node.operand, scope);
  const branches = node.branches.map(({ when, then }) => {
    const right = emitExpression(when, scope);
    const test =
      subject === undefined
        ? asCondition(right, scope, when.at)
        : emitComparison("=", { left: subject, right, scope, at: when.at });
    return { test, value: emitExpression(then, scope) };
  });
  const otherwise = node.otherwise === undefined ? [] : [emitExpression(node.otherwise, scope)];
  const values = unify(
    [...branches.map((branch) => branch.value), ...otherwise],
    "case",
    scope,
    at,
  );
  const texts = branches.map(
    ({ test }, index) => `WHEN ${test.sql} THEN ${values[index]?.sql ?? "NULL"}`,
  );
  const last = otherwise.length > 0 ? ` ELSE ${values.at(-1)?.sql ?? "NULL"}` : "";
  const type = values[0]?.type ?? { kind: "void" };
  return atom(`CASE ${texts.join(" ")}${last} END`, type);
}

/** The values in their common type. */
export function unify(
  values: readonly TypedSql[],
  what: string,
  scope: Scope,
  at: number,
): readonly TypedSql[] {
  const type = widerTypeOf(values.map((value) => value.type));
  if (type === undefined) {
    const types = [...new Set(values.map((value) => sparkTypeText(value.type)))].join(" and ");
    throw sqlTypeMismatch(
      `"${what}"`,
      `finds no common type for ${types}`,
      scope.emitter.place(at),
    );
  }
  return type.kind === "unknown"
    ? values.map((value) => ({ ...value, type }))
    : values.map((value) => castTo(value, type, { scope, at }));
}
