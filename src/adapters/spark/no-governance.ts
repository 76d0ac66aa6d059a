import type { Governance } from "../../adapter/governance.ts";
import type { RelationAddress } from "../../adapter/catalog.ts";
import type { JsonObject } from "../../util/json.ts";

/** For engines without Lake Formation: says what was asked for and not done. */
export function noGovernance(engine: string): Governance {
  return {
    applyTags: (relation, config) =>
      Promise.resolve(skipped({ what: "Lake Formation tags", relation, config, engine })),
    applyCellFilters: (relation, config) =>
      Promise.resolve(skipped({ what: "Lake Formation cell filters", relation, config, engine })),
    applyGrants: (relation, config) =>
      Promise.resolve(skipped({ what: "The grants", relation, config, engine })),
  };
}

function skipped(asked: {
  readonly what: string;
  readonly relation: RelationAddress;
  readonly config: JsonObject;
  readonly engine: string;
}): readonly string[] {
  const { what, relation, config, engine } = asked;
  if (Object.keys(config).length === 0) return [];
  return [`${what} of ${relation.schema}.${relation.identifier} skipped: ${engine} has none.`];
}
