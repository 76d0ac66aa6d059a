import type { Governance } from "../../adapter/governance.ts";
import type { AwsClients } from "./glue-clients.ts";
import { applyCellFilters } from "./lake-formation/apply-cell-filters.ts";
import { applyTags } from "./lake-formation/apply-tags.ts";
import { readFiltersConfig } from "./lake-formation/read-filters-config.ts";
import { readTagsConfig } from "./lake-formation/read-tags-config.ts";

/**
 * AWS Lake Formation: tags and data cell filters of a relation, brought in line with its config.
 * Makes no call, not even to STS, unless a model asks for it.
 */
export function lakeFormationGovernance(clients: AwsClients, catalogId?: string): Governance {
  const catalog = async (): Promise<string> => catalogId ?? clients.account();
  return {
    async applyTags(relation, config) {
      const tags = readTagsConfig(config);
      return tags.enabled ? applyTags(await clients.lakeFormation(), relation, tags) : [];
    },
    async applyCellFilters(relation, config) {
      const filters = readFiltersConfig(config);
      if (!filters.enabled) return [];
      return applyCellFilters(await clients.lakeFormation(), await catalog(), relation, filters);
    },
  };
}
