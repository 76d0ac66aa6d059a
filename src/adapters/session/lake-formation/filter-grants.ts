import type { LakeFormationClient } from "@aws-sdk/client-lakeformation";
import { filterResource, nameOf } from "./governed-table.ts";
import type { GovernedTable } from "./governed-table.ts";
import { grantPermissions, listPermissions, revokePermissions } from "./permissions.ts";
import type { Holding } from "./permissions.ts";

/** Grants SELECT through a filter to the principals, and revokes it from all others. */
export async function convergeFilterGrants(
  client: LakeFormationClient,
  table: GovernedTable,
  filter: string,
  principals: readonly string[],
): Promise<string[]> {
  const resource = { DataCellsFilter: filterResource(table, filter) };
  const granted = (await listPermissions(client, resource, table.catalogId))
    .filter(({ Permissions }) => Permissions?.includes("SELECT"))
    .flatMap(({ Principal }) => Principal?.DataLakePrincipalIdentifier ?? []);
  const stale = granted.filter((principal) => !principals.includes(principal));
  const missing = principals.filter((principal) => !granted.includes(principal));
  await revokePermissions(client, resource, table.catalogId, stale.map(select));
  await grantPermissions(client, resource, table.catalogId, missing.map(select));
  const name = `the data cell filter ${filter} of ${nameOf(table)}`;
  return [
    ...stale.map((principal) => `Revoked SELECT through ${name} from ${principal}.`),
    ...missing.map((principal) => `Granted SELECT through ${name} to ${principal}.`),
  ];
}

function select(principal: string): Holding {
  return { principal, permissions: ["SELECT"] };
}
