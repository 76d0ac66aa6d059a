import type { Json, JsonObject } from "../util/json.ts";
import type {
  ColumnInfo,
  Constraint,
  Contract,
  DependsOn,
  DocsConfig,
  FileHash,
  InjectedCte,
  NodeConfig,
  RefArgs,
  ResourceBase,
} from "./node-parts.ts";

/** What nodes that live in the graph and may own a relation have; the field names are dbt's. */
interface NodeBase extends ResourceBase {
  readonly database: string | null;
  readonly schema: string;
  readonly fqn: readonly string[];
  readonly alias: string;
  readonly checksum: FileHash;
  readonly config: NodeConfig;
  readonly tags: readonly string[];
  readonly description: string;
  readonly columns: Readonly<Record<string, ColumnInfo>>;
  readonly meta: JsonObject;
  readonly group: string | null;
  readonly docs: DocsConfig;
  readonly patch_path: string | null;
  readonly build_path: string | null;
  readonly unrendered_config: JsonObject;
  /** Seconds since the epoch. */
  readonly created_at: number;
  readonly relation_name: string | null;
  readonly raw_code: string;
  readonly doc_blocks: readonly string[];
}

/** What nodes with a body in SQL (or Python) have besides. */
export interface CompilableBase extends NodeBase {
  readonly language: string;
  readonly refs: readonly RefArgs[];
  readonly sources: readonly (readonly string[])[];
  readonly metrics: readonly (readonly string[])[];
  readonly functions: readonly (readonly string[])[];
  readonly depends_on: DependsOn;
  readonly compiled_path: string | null;
  readonly contract: Contract;
  /** Present only once compiled. */
  readonly compiled?: boolean;
  readonly compiled_code?: string | null;
  readonly extra_ctes_injected?: boolean;
  readonly extra_ctes?: readonly InjectedCte[];
}

export interface ModelNode extends CompilableBase {
  readonly resource_type: "model";
  readonly access: string;
  readonly constraints: readonly Constraint[];
  readonly version: string | number | null;
  readonly latest_version: string | number | null;
  readonly deprecation_date: string | null;
  readonly primary_key: readonly string[];
  readonly time_spine: Json;
}

export interface SeedNode extends NodeBase {
  readonly resource_type: "seed";
  readonly root_path: string | null;
  readonly depends_on: { readonly macros: readonly string[] };
}

export interface SnapshotNode extends CompilableBase {
  readonly resource_type: "snapshot";
}

export interface AnalysisNode extends CompilableBase {
  readonly resource_type: "analysis";
}

export interface SingularTestNode extends CompilableBase {
  readonly resource_type: "test";
}

export interface TestMetadata {
  readonly name: string;
  readonly kwargs: JsonObject;
  readonly namespace: string | null;
}

export interface GenericTestNode extends CompilableBase {
  readonly resource_type: "test";
  readonly column_name: string | null;
  readonly file_key_name: string | null;
  readonly attached_node: string | null;
  readonly test_metadata: TestMetadata;
}

export interface OperationNode extends CompilableBase {
  readonly resource_type: "operation";
  readonly index: number | null;
}

/** Inline SQL of `compile --inline` and `show --inline`. */
export interface SqlOperationNode extends CompilableBase {
  readonly resource_type: "sql_operation";
}

export interface FunctionNode extends CompilableBase {
  readonly resource_type: "function";
  readonly returns: Json;
  readonly arguments: Json;
  readonly overloads: Json;
}

export type TestNode = SingularTestNode | GenericTestNode;

export type CompilableNode =
  | ModelNode
  | SnapshotNode
  | AnalysisNode
  | TestNode
  | OperationNode
  | SqlOperationNode
  | FunctionNode;

/** Everything in `manifest.nodes`. */
export type ManifestNode = CompilableNode | SeedNode;

/** Nodes that `ref()` can name. */
export type RefableNode = ModelNode | SeedNode | SnapshotNode;

export function isGenericTest(node: ManifestNode): node is GenericTestNode {
  return node.resource_type === "test" && "test_metadata" in node;
}
