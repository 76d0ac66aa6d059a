import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type { Expression, Located, StarExpression } from "../../tree/expression.ts";
import { findRelation } from "./find-relation.ts";
import { resolveColumn } from "./resolve-column.ts";
import type { Scope } from "./scope.ts";

/** The columns that a star stands for, as column references. */
export function expandStar(star: StarExpression & Located, scope: Scope): readonly Expression[] {
  const except = new Set(star.except.map((parts) => (parts.at(-1) ?? "").toLowerCase()));
  return columnsOf(star, scope).filter(
    (node) => node.kind !== "column" || !except.has((node.parts.at(-1) ?? "").toLowerCase()),
  );
}

function columnsOf(star: StarExpression & Located, scope: Scope): readonly Expression[] {
  const { at, qualifier } = star;
  if (qualifier.length > 0) return qualifiedColumns(star, scope);
  return scope.relations.flatMap((relation) => {
    if (relation.columns === undefined) throw unknownColumns(scope, at);
    const visible = relation.columns.filter((column) => column.hidden !== true);
    return visible.map((column): Expression => {
      const parts = relation.name === undefined ? [column.name] : [relation.name, column.name];
      return { kind: "column", parts, at };
    });
  });
}

function qualifiedColumns(
  { qualifier, at }: StarExpression & Located,
  scope: Scope,
): readonly Expression[] {
  const relation = findRelation(qualifier, scope);
  if (relation !== undefined) {
    if (relation.columns === undefined) throw unknownColumns(scope, at);
    return relation.columns.map((column) => ({
      kind: "column",
      parts: [...qualifier, column.name],
      at,
    }));
  }
  const value = resolveColumn(qualifier, scope, at);
  if (value?.type.kind !== "struct") {
    throw sqlRuleBroken(
      `there is no relation "${qualifier.join(".")}" for its "*"`,
      scope.emitter.place(at),
    );
  }
  return value.type.fields.map((field) => ({
    kind: "column",
    parts: [...qualifier, field.name],
    at,
  }));
}

function unknownColumns(scope: Scope, at: number): Error {
  return scope.emitter.notSupported('"*" over a relation whose columns are not known', at);
}
