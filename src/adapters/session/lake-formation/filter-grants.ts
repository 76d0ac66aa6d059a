import type {
  BatchPermissionsFailureEntry,
  BatchPermissionsRequestEntry,
  DataCellsFilter,
  LakeFormationClient,
  Resource,
} from "@aws-sdk/client-lakeformation";
import { lakeFormationFailed } from "../../../errors/session-errors.ts";

/** Lake Formation takes this many entries in one batch. */
const BATCH = 20;

/** Grants SELECT through a filter to the principals, and revokes it from all others. */
export async function convergeFilterGrants(
  client: LakeFormationClient,
  filter: DataCellsFilter,
  principals: readonly string[],
): Promise<string[]> {
  const sdk = await import("@aws-sdk/client-lakeformation");
  const resource: Resource = {
    DataCellsFilter: {
      TableCatalogId: filter.TableCatalogId,
      DatabaseName: filter.DatabaseName,
      TableName: filter.TableName,
      Name: filter.Name,
    },
  };
  const granted = await grantees(client, resource);
  const stale = [...granted].filter((principal) => !principals.includes(principal));
  const missing = principals.filter((principal) => !granted.has(principal));
  for (const Entries of batches(stale, resource)) {
    const answer = await client.send(new sdk.BatchRevokePermissionsCommand({ Entries }));
    refuseFailures("revoke", answer.Failures);
  }
  for (const Entries of batches(missing, resource)) {
    const answer = await client.send(new sdk.BatchGrantPermissionsCommand({ Entries }));
    refuseFailures("grant", answer.Failures);
  }
  const name = filter.Name ?? "";
  return [
    ...stale.map((principal) => `revoked SELECT through ${name} from ${principal}`),
    ...missing.map((principal) => `granted SELECT through ${name} to ${principal}`),
  ];
}

async function grantees(client: LakeFormationClient, Resource: Resource): Promise<Set<string>> {
  const { ListPermissionsCommand } = await import("@aws-sdk/client-lakeformation");
  const found = new Set<string>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListPermissionsCommand({ Resource, NextToken }));
    for (const entry of page.PrincipalResourcePermissions ?? []) {
      const principal = entry.Principal?.DataLakePrincipalIdentifier;
      if (principal !== undefined && entry.Permissions?.includes("SELECT")) found.add(principal);
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

function batches(
  principals: readonly string[],
  resource: Resource,
): BatchPermissionsRequestEntry[][] {
  const entries = principals.map((principal, i): BatchPermissionsRequestEntry => ({
    Id: String(i),
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource: resource,
    Permissions: ["SELECT"],
    PermissionsWithGrantOption: [],
  }));
  return Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, i) =>
    entries.slice(i * BATCH, (i + 1) * BATCH),
  );
}

/** A batch answers 200 and lists what it did not do. */
function refuseFailures(
  what: string,
  failures: readonly BatchPermissionsFailureEntry[] | undefined,
): void {
  const [first] = failures ?? [];
  if (!first) return;
  const principal = first.RequestEntry?.Principal?.DataLakePrincipalIdentifier ?? "a principal";
  throw lakeFormationFailed(`${what} for ${principal}`, first.Error?.ErrorMessage ?? "no reason");
}
