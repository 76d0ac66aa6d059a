import type {
  BatchPermissionsFailureEntry,
  BatchPermissionsRequestEntry,
  LakeFormationClient,
  Permission,
  PrincipalResourcePermissions,
  Resource,
} from "@aws-sdk/client-lakeformation";
import { lakeFormationFailed } from "../../../errors/governance-errors.ts";

/** Lake Formation takes this many entries in one batch. */
const BATCH = 20;

/** Who holds, or is to hold, what on one resource. */
export interface Holding {
  readonly principal: string;
  readonly permissions: readonly Permission[];
}

/** All pages of what is granted on a resource. */
export async function listPermissions(
  client: LakeFormationClient,
  Resource: Resource,
  CatalogId: string | undefined,
): Promise<PrincipalResourcePermissions[]> {
  const { ListPermissionsCommand } = await import("@aws-sdk/client-lakeformation");
  const found: PrincipalResourcePermissions[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListPermissionsCommand({ CatalogId, Resource, NextToken }));
    found.push(...(page.PrincipalResourcePermissions ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

export async function grantPermissions(
  client: LakeFormationClient,
  resource: Resource,
  CatalogId: string | undefined,
  holdings: readonly Holding[],
): Promise<void> {
  const { BatchGrantPermissionsCommand } = await import("@aws-sdk/client-lakeformation");
  for (const Entries of batches(holdings, resource)) {
    const answer = await client.send(new BatchGrantPermissionsCommand({ CatalogId, Entries }));
    refuseFailures("grant", answer.Failures);
  }
}

export async function revokePermissions(
  client: LakeFormationClient,
  resource: Resource,
  CatalogId: string | undefined,
  holdings: readonly Holding[],
): Promise<void> {
  const { BatchRevokePermissionsCommand } = await import("@aws-sdk/client-lakeformation");
  for (const Entries of batches(holdings, resource)) {
    const answer = await client.send(new BatchRevokePermissionsCommand({ CatalogId, Entries }));
    refuseFailures("revoke", answer.Failures);
  }
}

function batches(
  holdings: readonly Holding[],
  Resource: Resource,
): BatchPermissionsRequestEntry[][] {
  const entries = holdings.map(({ principal, permissions }, i): BatchPermissionsRequestEntry => ({
    Id: String(i),
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource,
    Permissions: [...permissions],
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
  const entry = first.RequestEntry;
  const permissions = entry?.Permissions?.join(", ") ?? "permissions";
  const principal = entry?.Principal?.DataLakePrincipalIdentifier ?? "a principal";
  const to = what === "grant" ? "to" : "from";
  throw lakeFormationFailed(`${what} ${permissions} ${to} ${principal}`, first.Error?.ErrorMessage);
}
