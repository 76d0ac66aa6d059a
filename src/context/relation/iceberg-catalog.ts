import type { ManifestNode } from "../../manifest/nodes.ts";
import type { Invocation } from "../invocation.ts";
import { configText, materializationOf } from "../node-facts.ts";
import type { DbtRelation } from "../relation.ts";

/** Spark's name of the catalog that dbt-glue keeps Iceberg tables in, where the profile has none. */
const DEFAULT_NAME = "glue_catalog";

/**
 * The Spark catalog that tables of Iceberg and S3 Tables are named in: the profile's
 * `custom_iceberg_catalog_namespace`. Null where it is empty, or the engine has no such catalogs.
 */
export function icebergCatalogName({
  adapter,
  runtime,
}: Pick<Invocation, "adapter" | "runtime">): string | null {
  if (!adapter.capabilities.icebergCatalog) return null;
  const configured = runtime.profile.credentials.custom_iceberg_catalog_namespace;
  if (configured === undefined) return DEFAULT_NAME;
  return typeof configured === "string" && configured !== "" ? configured : null;
}

/** The format that a node's table is built in. Seeds have one in the profile as well. */
export function fileFormatOf(node: ManifestNode, { runtime }: Pick<Invocation, "runtime">): string {
  const { seed_format: ofSeeds } = runtime.profile.credentials;
  const fallback = node.resource_type === "seed" && typeof ofSeeds === "string" ? ofSeeds : null;
  return configText(node, "file_format") ?? fallback ?? "parquet";
}

/** Whether a node's materialization makes a table of a format of its own. */
export function makesTable(node: ManifestNode): boolean {
  return !["view", "ephemeral"].includes(materializationOf(node));
}

/** S3 Tables hold Iceberg. */
export function isIcebergFormat(fileFormat: unknown): boolean {
  return fileFormat === "iceberg" || fileFormat === "s3tables";
}

/** The same relation in the catalog that a table of this provider is in. */
export function inCatalogOf(
  relation: DbtRelation,
  found: Pick<DbtRelation, "type" | "provider">,
  icebergCatalog: string | null,
): DbtRelation {
  const isIceberg = found.type === "table" && found.provider === "iceberg";
  return { ...relation, catalog: isIceberg ? icebergCatalog : null };
}

/**
 * Projects written for Python's dbt-glue name the catalog themselves, `glue_catalog.{{ ref('x') }}`,
 * since a reference has none there.
 */
export function withoutDoubledCatalog(sql: string, icebergCatalog: string | null): string {
  if (icebergCatalog === null) return sql;
  const doubled = `${icebergCatalog}.${icebergCatalog}.`;
  return sql.includes(doubled) ? sql.replaceAll(doubled, `${icebergCatalog}.`) : sql;
}
