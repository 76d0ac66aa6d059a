import type {
  LakeFormationClient,
  Permission,
  PrincipalResourcePermissions,
} from "@aws-sdk/client-lakeformation";
import { nameOf, tableResource } from "./governed-table.ts";
import type { GovernedTable } from "./governed-table.ts";
import { grantPermissions, listPermissions, revokePermissions } from "./permissions.ts";
import type { Holding } from "./permissions.ts";
import type { GrantsConfig } from "./read-grants-config.ts";

/**
 * Brings the permissions on a table in line with dbt's config `grants`, and says what it changed.
 * Revokes only permissions that the config names, and never from who may grant them on: those are
 * the table's creator and the data lake's administrators.
 */
export async function applyGrants(
  client: LakeFormationClient,
  table: GovernedTable,
  wanted: GrantsConfig,
  revoke: boolean,
): Promise<readonly string[]> {
  const resource = tableResource(table);
  const granted = (await listPermissions(client, resource, table.catalogId)).filter(isWholeTable);
  const stale = revoke ? staleHoldings(granted, wanted) : [];
  const missing = missingHoldings(granted, wanted);
  await revokePermissions(client, resource, table.catalogId, stale);
  await grantPermissions(client, resource, table.catalogId, missing);
  return [
    ...stale.map(
      (each) =>
        `Revoked ${each.permissions.join(", ")} on ${nameOf(table)} from ${each.principal}.`,
    ),
    ...missing.map(
      (each) => `Granted ${each.permissions.join(", ")} on ${nameOf(table)} to ${each.principal}.`,
    ),
  ];
}

/** SELECT on a table is listed as SELECT on all of its columns. */
function isWholeTable({ Resource }: PrincipalResourcePermissions): boolean {
  const columns = Resource?.TableWithColumns;
  if (!columns) return Resource?.Table !== undefined;
  return (
    columns.ColumnWildcard !== undefined &&
    (columns.ColumnWildcard.ExcludedColumnNames ?? []).length === 0
  );
}

function staleHoldings(
  granted: readonly PrincipalResourcePermissions[],
  wanted: GrantsConfig,
): Holding[] {
  return granted.flatMap(({ Principal, Permissions = [], PermissionsWithGrantOption = [] }) => {
    const principal = Principal?.DataLakePrincipalIdentifier;
    if (principal === undefined) return [];
    const permissions = Permissions.filter(
      (permission) =>
        wanted.get(permission)?.includes(principal) === false &&
        !PermissionsWithGrantOption.includes(permission),
    );
    return permissions.length === 0 ? [] : [{ principal, permissions }];
  });
}

function missingHoldings(
  granted: readonly PrincipalResourcePermissions[],
  wanted: GrantsConfig,
): Holding[] {
  const missing = new Map<string, Permission[]>();
  for (const [permission, principals] of wanted)
    for (const principal of principals) {
      const holds = granted.some(
        (each) =>
          each.Principal?.DataLakePrincipalIdentifier === principal &&
          each.Permissions?.includes(permission),
      );
      if (!holds) missing.set(principal, [...(missing.get(principal) ?? []), permission]);
    }
  return [...missing].map(([principal, permissions]) => ({ principal, permissions }));
}
