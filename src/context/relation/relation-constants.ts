import type { RelationType } from "../../sql/relation.ts";

/** `api.Relation.Table` and its kin; relations have them too. */
export const RELATION_CONSTANTS: ReadonlyMap<string, RelationType> = new Map([
  ["Table", "table"],
  ["View", "view"],
  ["CTE", "cte"],
  ["External", "external"],
  ["MaterializedView", "materialized_view"],
  ["PointerTable", "pointer_table"],
  ["Function", "function"],
]);
