import { EngineError } from "../../../errors/engine-error.ts";
import type { Expression } from "../../tree/expression.ts";
import { mapExpression } from "../../tree/map-expression.ts";
import type { JoinType } from "../../tree/query.ts";
import { emitInQuery } from "../expression/emit-subquery.ts";
import type { Scope } from "../scope/scope.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import { withHiddenColumn } from "./hidden-column.ts";

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
    const query = `SELECT ${value.sql} AS value`;
    sides = {
      ...sides,
      [side]: withHiddenColumn(sides[side], { alias, name: "value", type: value.type, query }),
    };
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
