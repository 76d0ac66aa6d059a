import type { Json, JsonObject } from "../util/json.ts";
import type { ColumnInfo, ResourceBase } from "./node-parts.ts";

export interface FreshnessTime {
  readonly count: number | null;
  readonly period: "minute" | "hour" | "day" | null;
}

export interface FreshnessThreshold {
  readonly warn_after: FreshnessTime | null;
  readonly error_after: FreshnessTime | null;
  readonly filter: string | null;
}

export interface SourceNode extends ResourceBase {
  readonly resource_type: "source";
  readonly database: string | null;
  readonly schema: string;
  readonly fqn: readonly string[];
  readonly source_name: string;
  readonly source_description: string;
  readonly loader: string;
  readonly identifier: string;
  readonly quoting: JsonObject;
  readonly loaded_at_field: string | null;
  readonly loaded_at_query: string | null;
  readonly freshness: FreshnessThreshold | null;
  readonly external: Json;
  readonly description: string;
  readonly columns: Readonly<Record<string, ColumnInfo>>;
  readonly meta: JsonObject;
  readonly source_meta: JsonObject;
  readonly tags: readonly string[];
  readonly config: JsonObject;
  readonly patch_path: string | null;
  readonly unrendered_config: JsonObject;
  readonly relation_name: string | null;
  readonly created_at: number;
  readonly unrendered_database: string | null;
  readonly unrendered_schema: string | null;
  readonly doc_blocks: readonly string[];
}
