import type { UnpivotNode } from "../tree/query.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope } from "./scope.ts";

export function emitUnpivot(
  _node: UnpivotNode,
  scope: Scope,
  _input: EmittedRelation,
  at: number,
): EmittedRelation {
  throw scope.emitter.notSupported("UNPIVOT", at);
}
