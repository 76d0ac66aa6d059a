import type { Governance } from "../../../adapter/governance.ts";
import type { AwsClients } from "../aws/glue-clients.ts";
import { applyCellFilters } from "./apply-cell-filters.ts";
import { applyGrants } from "./apply-grants.ts";
import { applyDatabaseTags, applyTableTags } from "./apply-tags.ts";
import { governedTable } from "./governed-table.ts";
import { inTurn } from "./in-turn.ts";
import { readFiltersConfig } from "./read-filters-config.ts";
import { readGrantsConfig } from "./read-grants-config.ts";
import { readTagsConfig } from "./read-tags-config.ts";

/**
 * AWS Lake Formation: tags, data cell filters and permissions of a relation, brought in line with
 * its config. Makes no call, not even to STS, unless a model asks for it.
 *
 * @param catalogId - another account's catalog
 */
export function lakeFormationGovernance(clients: AwsClients, catalogId?: string): Governance {
  const turn = inTurn();
  return {
    async applyTags(relation, config) {
      const tags = readTagsConfig(config);
      if (!tags.enabled) return [];
      const client = await clients.lakeFormation();
      const table = governedTable(relation, catalogId);
      // Models of one database tag it side by side; Lake Formation refuses one of two such changes.
      const onDatabase = await turn(table.schema, () => applyDatabaseTags(client, table, tags));
      return [...onDatabase, ...(await applyTableTags(client, table, tags))];
    },
    async applyCellFilters(relation, config) {
      const filters = readFiltersConfig(config);
      if (!filters.enabled) return [];
      const table = governedTable(relation, catalogId ?? (await clients.account()));
      return applyCellFilters(await clients.lakeFormation(), table, filters);
    },
    async applyGrants(relation, config, revoke) {
      const grants = readGrantsConfig(config);
      if (grants.size === 0) return [];
      const table = governedTable(relation, catalogId);
      return applyGrants(await clients.lakeFormation(), table, grants, revoke);
    },
  };
}
