import type { Json, JsonObject } from "../util/json.ts";
import type { DocNode, MacroNode } from "./macro-node.ts";
import type { ManifestNode } from "./nodes.ts";
import type { ExposureNode, GroupNode, SemanticResource, UnitTestNode } from "./other-resources.ts";
import type { SourceNode } from "./source-node.ts";

type ById<T> = Readonly<Record<string, T>>;

/** Anything with a unique id that can be disabled or selected. */
export type GraphResource =
  ManifestNode | SourceNode | ExposureNode | UnitTestNode | SemanticResource;

/**
 * The parsed project: plain, serialisable data with the field names and values of dbt's
 * manifest.json (v12) minus `metadata` and the three maps, which `src/artifacts` adds.
 */
export interface Manifest {
  readonly projectName: string;
  readonly nodes: ById<ManifestNode>;
  readonly sources: ById<SourceNode>;
  readonly macros: ById<MacroNode>;
  readonly docs: ById<DocNode>;
  readonly exposures: ById<ExposureNode>;
  readonly groups: ById<GroupNode>;
  readonly unit_tests: ById<UnitTestNode>;
  readonly metrics: ById<SemanticResource>;
  readonly semantic_models: ById<SemanticResource>;
  readonly saved_queries: ById<SemanticResource>;
  /** Unique id -> every disabled resource with that id. */
  readonly disabled: ById<readonly GraphResource[]>;
  readonly selectors: JsonObject;
  /** `functions` of dbt 1.11 live in `nodes` while parsing and are split off by the artifact writer. */
  readonly functions: ById<ManifestNode>;
  /** `DBT_ENV_CUSTOM_ENV_*`, prefix stripped. */
  readonly env: ById<Json>;
}
