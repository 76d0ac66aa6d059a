import type { Scope, ScopeRelation } from "./scope.ts";

/** The relation that a qualifier (`t`, `schema.t`) names, in this query or one around it. */
export function findRelation(
  qualifier: readonly string[],
  scope: Scope,
): ScopeRelation | undefined {
  for (let level: Scope | undefined = scope; level !== undefined; level = level.parent) {
    const found = level.relations.find((relation) => isQualifiedBy(relation, qualifier));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True when the qualifier's parts are the relation's name and schema. No parts fit any relation. */
export function isQualifiedBy(relation: ScopeRelation, qualifier: readonly string[]): boolean {
  const [table, schema] = qualifier.toReversed();
  if (table === undefined) return true;
  if (relation.name?.toLowerCase() !== table.toLowerCase()) return false;
  return schema === undefined || relation.schema?.toLowerCase() === schema.toLowerCase();
}
