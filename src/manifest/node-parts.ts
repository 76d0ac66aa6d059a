import type { Json, JsonObject } from "../util/json.ts";

export interface FileHash {
  /** `sha256`, `path` (seeds over the size limit) or `none` (generic tests). */
  readonly name: string;
  readonly checksum: string;
}

export interface DocsConfig {
  readonly show: boolean;
  readonly node_color: string | null;
}

export interface RefArgs {
  readonly name: string;
  readonly package: string | null;
  readonly version: string | number | null;
}

export interface DependsOn {
  readonly macros: readonly string[];
  readonly nodes: readonly string[];
}

export interface ContractConfig {
  readonly enforced: boolean;
  readonly alias_types: boolean;
}

export interface Contract extends ContractConfig {
  readonly checksum: string | null;
}

export interface InjectedCte {
  readonly id: string;
  readonly sql: string;
}

/** A constraint as dbt's manifest holds it. */
// A type, not an interface: only type aliases may stand where Json is asked for.
export type Constraint = {
  readonly type: string;
  readonly name: string | null;
  readonly expression: string | null;
  readonly warn_unenforced: boolean;
  readonly warn_unsupported: boolean;
  readonly to: string | null;
  readonly to_columns: readonly string[];
  /** Model level only. */
  readonly columns?: readonly string[];
};

export interface ColumnInfo {
  readonly name: string;
  readonly description: string;
  readonly meta: JsonObject;
  readonly data_type: string | null;
  readonly constraints: readonly Constraint[];
  readonly quote: boolean | null;
  readonly config: { readonly meta: JsonObject; readonly tags: readonly string[] };
  readonly tags: readonly string[];
  readonly granularity: string | null;
  readonly dimension: Json;
  readonly entity: Json;
  readonly doc_blocks: readonly string[];
  /** Keys of the user's own. */
  readonly [extra: string]: Json;
}

/**
 * A node's config in dbt's names and order (`pre-hook`, `materialized`, ...), with the user's own
 * keys beside them. Typed readers live in `node-config.ts`.
 */
export type NodeConfig = JsonObject;

/** What every resource has. */
export interface ResourceBase {
  readonly name: string;
  readonly package_name: string;
  /** Path inside its resource folder. */
  readonly path: string;
  /** Path inside the package. */
  readonly original_file_path: string;
  readonly unique_id: string;
}
