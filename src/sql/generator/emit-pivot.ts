import type { PivotNode } from "../tree/query.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope } from "./scope.ts";

export function emitPivot(
  _node: PivotNode,
  scope: Scope,
  _input: EmittedRelation,
  at: number,
): EmittedRelation {
  throw scope.emitter.notSupported("PIVOT", at);
}
