import type { Permission } from "@aws-sdk/client-lakeformation";
import { governanceConfig } from "../../../errors/governance-errors.ts";

/** Permission -> principals, from dbt's config `grants`. */
export type GrantsConfig = ReadonlyMap<Permission, readonly string[]>;

/** What Lake Formation grants on a table. */
const TABLE_PERMISSIONS: readonly Permission[] = [
  "SELECT",
  "INSERT",
  "DELETE",
  "DESCRIBE",
  "ALTER",
  "DROP",
  "ALL",
];

/** Whom Lake Formation grants to: ARNs, account ids, its own group of IAM's principals. */
const PRINCIPAL = /^(?:arn:[\w-]+:\S+|\d{12}|IAM_ALLOWED_PRINCIPALS)$/;

export function readGrantsConfig(config: Readonly<Record<string, unknown>>): GrantsConfig {
  return new Map(
    Object.entries(config).map(([privilege, grantees]) => [
      readPermission(privilege),
      readPrincipals(privilege, grantees),
    ]),
  );
}

function readPermission(privilege: string): Permission {
  const found = TABLE_PERMISSIONS.find((each) => each === privilege.toUpperCase());
  if (found) return found;
  throw governanceConfig(
    "grants",
    `"${privilege}" is no permission that Lake Formation grants on a table`,
    TABLE_PERMISSIONS.join(", ").toLowerCase(),
  );
}

function readPrincipals(privilege: string, grantees: unknown): readonly string[] {
  const names = Array.isArray(grantees) ? grantees.map(String) : [String(grantees)];
  const unknown = names.find((name) => !PRINCIPAL.test(name));
  if (unknown === undefined) return names;
  throw governanceConfig(
    "grants",
    `"${privilege}" is granted to "${unknown}", which is no principal of AWS`,
    "arn:aws:iam::123456789012:role/name, an account id, or IAM_ALLOWED_PRINCIPALS",
  );
}
