import { DBT_VERSION } from "../util/versions.ts";
import type { JsonObject } from "../util/json.ts";

/** What every artifact says about the invocation that wrote it. */
export interface ArtifactOrigin {
  readonly invocationId: string;
  readonly startedAt: Date;
  readonly generatedAt: Date;
  /** `DBT_ENV_CUSTOM_ENV_*`, prefix stripped. */
  readonly env: JsonObject;
}

/** Names and versions of dbt's artifact schemas. */
export type ArtifactSchema = "manifest/v12" | "run-results/v6" | "catalog/v1" | "sources/v3";

/** The `metadata` that all artifacts have in common, in dbt's order. */
export function artifactMetadata(schema: ArtifactSchema, origin: ArtifactOrigin): JsonObject {
  return {
    dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
    dbt_version: DBT_VERSION,
    generated_at: pythonTimestamp(origin.generatedAt),
    invocation_id: origin.invocationId,
    invocation_started_at: pythonTimestamp(origin.startedAt),
    env: origin.env,
  };
}

/** ISO 8601 with microseconds and `Z`, as Python writes it into artifacts. */
function pythonTimestamp(date: Date): string {
  return date.toISOString().replace("Z", "000Z");
}
