import { EngineError } from "../../../errors/engine-error.ts";
import { quoteName, quotePath } from "../../quote-name.ts";
import type { Expression } from "../../tree/expression.ts";
import { mapExpression } from "../../tree/map-expression.ts";
import type { JoinType } from "../../tree/query.ts";
import { emitInQuery } from "../expression/emit-subquery.ts";
import type { Scope, ScopeColumn, ScopeRelation } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";
import type { EmittedRelation } from "./emitted-relation.ts";

export interface LiftedJoin {
  readonly left: EmittedRelation;
  readonly right: EmittedRelation;
  readonly on: Expression;
}

/**
 * DuckDB takes no subquery in the condition of an outer, semi or anti join. Each becomes a column of the side
 * that it depends on (`CROSS JOIN LATERAL (SELECT EXISTS (...) AS value)`), and the condition names that.
 */
export function liftSubqueries(
  type: JoinType,
  left: EmittedRelation,
  right: EmittedRelation,
  { on, scope }: { readonly on: Expression; readonly scope: Scope },
): LiftedJoin {
  if (type === "inner" || type === "cross") return { left, right, on };
  let sides = { left, right };
  const lifted = mapExpression(on, (node) => {
    if (!isSubquery(node)) return undefined;
    const alias = scope.emitter.freshName("sub");
    const side = sideOf(node, sides.left, sides.right, scope);
    const inner: Scope = { ...scope, relations: sides[side].relations };
    const value =
      node.kind === "in-query" && type !== "semi"
        ? emitInQuery(node, inner, "outer join")
        : scope.emitter.emitExpression(node, inner);
    sides = { ...sides, [side]: withColumn(sides[side], alias, value) };
    return { kind: "column", parts: [alias, "value"], at: node.at };
  });
  return { ...sides, on: lifted };
}

function isSubquery(node: Expression): boolean {
  return node.kind === "exists" || node.kind === "in-query" || node.kind === "scalar-query";
}

/** The side whose columns suffice; Spark takes no subquery that needs both. */
function sideOf(
  node: Expression,
  left: EmittedRelation,
  right: EmittedRelation,
  scope: Scope,
): "left" | "right" {
  if (suffices(node, left, scope)) return "left";
  if (suffices(node, right, scope)) return "right";
  throw scope.emitter.notSupported(
    "a subquery that depends on both sides of its outer join",
    node.at,
  );
}

function suffices(node: Expression, side: EmittedRelation, scope: Scope): boolean {
  try {
    scope.emitter.emitExpression(node, { ...scope, relations: side.relations });
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.code === "SQL_COLUMN_NOT_FOUND") return false;
    throw error;
  }
}

/** The side with one more column, which `*` does not show. */
function withColumn(side: EmittedRelation, alias: string, value: TypedSql): EmittedRelation {
  const relation: ScopeRelation = {
    name: alias,
    columns: [{ name: "value", type: value.type, hidden: true }],
  };
  return {
    ...side,
    star: side.isPlainStar && side.star !== undefined ? qualifiedStar(side) : side.star,
    sql: `${side.sql} CROSS JOIN LATERAL (SELECT ${value.sql} AS value) AS ${quoteName(alias)}`,
    relations: [...side.relations, relation],
    isPlainStar: false,
  };
}

/** The side's own columns, each with its relation's name. */
function qualifiedStar(side: EmittedRelation): readonly ScopeColumn[] {
  return side.relations.flatMap(({ name, columns }) =>
    (columns ?? [])
      .filter((column) => column.hidden !== true)
      .map((column) =>
        name === undefined ? column : { ...column, sql: quotePath([name, column.name]) },
      ),
  );
}
