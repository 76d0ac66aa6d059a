import type { Manifest } from "../../manifest/manifest.ts";
import type { Profile } from "../../config/profile.ts";
import { fileFormatsOf } from "../file-formats.ts";
import { readRoleArn } from "./role-arn.ts";

/** What of a project and its target decides on the permissions that it needs. */
export interface PolicyFacts {
  /** `aws`, `aws-cn`, ... */
  readonly partition: string;
  readonly region: string;
  /** Where sessions run. */
  readonly account: string;
  /** Where the Data Catalog is. */
  readonly catalogAccount: string;
  readonly roleArn: string;
  readonly clientRoleArn: string | undefined;
  /** The Data Catalog, S3 and Lake Formation are called as `roleArn`. */
  readonly dataAsRole: boolean;
  /** What session ids begin with. */
  readonly sessionIds: readonly string[];
  /** Databases that the project's own relations are in. */
  readonly ownDatabases: readonly string[];
  /** Databases of sources. */
  readonly sourceDatabases: readonly string[];
  /** S3 URIs that tables are written below. */
  readonly locations: readonly string[];
  /** S3 URIs of sources and libraries, as far as the project names them. */
  readonly readLocations: readonly string[];
  readonly connections: readonly string[];
  readonly formats: ReadonlySet<string>;
  readonly lockTable: string | undefined;
  readonly uses: { readonly tags: boolean; readonly filters: boolean; readonly grants: boolean };
}

/** @throws EngineError IAM_POLICY_FACTS where the target does not say which account and region */
export function policyFacts(
  manifest: Pick<Manifest, "nodes" | "sources">,
  { credentials, schema }: Profile,
  region: string | undefined,
): PolicyFacts {
  const role = readRoleArn(credentials.role_arn);
  const nodes = Object.values(manifest.nodes).filter((node) => node.relation_name !== null);
  const sources = Object.values(manifest.sources);
  const text = (name: string): string | undefined => textOf(credentials[name]);
  const uses = (config: string): boolean => nodes.some((node) => isUsed(node.config[config]));
  return {
    ...role,
    region: region ?? "*",
    catalogAccount: text("catalog_id")?.split(":")[0] ?? role.account,
    clientRoleArn: text("client_role_arn"),
    dataAsRole: credentials.use_interactive_session_role_for_api_calls === true,
    sessionIds: [text("glue_session_id") ?? "dbt-glue"],
    ownDatabases: names([schema, text("temp_schema"), ...nodes.map((node) => node.schema)]),
    sourceDatabases: names(sources.map((source) => source.schema)),
    locations: s3Uris([credentials.location, ...nodes.map((n) => n.config.custom_location)]),
    readLocations: s3Uris([
      ...sources.map(({ external }) => memberOf(external, "location")),
      ...(text("extra_jars") ?? "").split(","),
      ...(text("extra_py_files") ?? "").split(","),
    ]),
    connections: namesOfList(credentials.connections),
    formats: fileFormatsOf(manifest),
    lockTable: text("glue_version") === "3.0" ? text("iceberg_glue_commit_lock_table") : undefined,
    uses: {
      tags: uses("lf_tags_config"),
      filters: uses("lf_grants"),
      grants: uses("grants"),
    },
  };
}

function isUsed(config: unknown): boolean {
  return typeof config === "object" && config !== null && Object.keys(config).length > 0;
}

/** Data Catalog names: lower case, without the catalog that Spark puts before a schema. */
function names(values: readonly (string | undefined)[]): string[] {
  const found = values.flatMap((name) => (name === undefined || name === "" ? [] : [name]));
  return [...new Set(found.map((name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase()))];
}

function namesOfList(value: unknown): string[] {
  const list = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  return list.map((name) => String(name).trim()).filter((name) => name !== "");
}

function s3Uris(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    const uri = textOf(value)?.trim();
    return uri !== undefined && /^s3[an]?:\/\//.test(uri) ? [uri] : [];
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (Object.getOwnPropertyDescriptor(value, name)?.value as unknown)
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
