import type { Json, JsonObject } from "../util/json.ts";
import type { DependsOn, RefArgs, ResourceBase } from "./node-parts.ts";

export interface Owner {
  readonly email: string | readonly string[] | null;
  readonly name: string | null;
  readonly [extra: string]: Json;
}

export interface ExposureNode extends ResourceBase {
  readonly resource_type: "exposure";
  readonly fqn: readonly string[];
  readonly type: string;
  readonly owner: Owner;
  readonly description: string;
  readonly label: string | null;
  readonly maturity: string | null;
  readonly meta: JsonObject;
  readonly tags: readonly string[];
  readonly config: JsonObject;
  readonly unrendered_config: JsonObject;
  readonly url: string | null;
  readonly depends_on: DependsOn;
  readonly refs: readonly RefArgs[];
  readonly sources: readonly (readonly string[])[];
  readonly metrics: readonly (readonly string[])[];
  readonly created_at: number;
}

export interface GroupNode extends ResourceBase {
  readonly resource_type: "group";
  readonly owner: Owner;
  readonly description: string | null;
  readonly config: JsonObject;
}

/** Rows of a unit test's input or expectation, as the user wrote them. */
export interface UnitTestRows {
  readonly rows: Json;
  readonly format: "dict" | "csv" | "sql";
  readonly fixture: string | null;
}

export interface UnitTestInput extends UnitTestRows {
  readonly input: string;
}

export interface UnitTestNode extends ResourceBase {
  readonly resource_type: "unit_test";
  readonly model: string;
  readonly given: readonly UnitTestInput[];
  readonly expect: UnitTestRows;
  readonly fqn: readonly string[];
  readonly description: string;
  readonly overrides: Json;
  readonly depends_on: DependsOn;
  readonly config: JsonObject;
  readonly checksum: string | null;
  readonly schema: string | null;
  readonly created_at: number;
  readonly versions: Json;
  readonly version: string | number | null;
}

/** Metrics, semantic models and saved queries: what the graph and selection need of them is typed. */
export interface SemanticResource extends ResourceBase {
  readonly resource_type: "metric" | "semantic_model" | "saved_query";
  readonly fqn: readonly string[];
  readonly config: JsonObject;
  readonly depends_on: DependsOn;
  readonly tags?: readonly string[];
  readonly group: string | null;
  readonly description: string | null;
  readonly [field: string]: Json | DependsOn;
}
