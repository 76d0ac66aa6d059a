import type {
  ColumnInfo,
  Constraint,
  Contract,
  DocsConfig,
  FileHash,
  RefArgs,
} from "../../manifest/node-parts.ts";
import type { TestMetadata } from "../../manifest/nodes.ts";
import type { Place } from "../../errors/place.ts";
import type { ConfigDict } from "../config/config-fields.ts";

export type DraftKind =
  "model" | "seed" | "snapshot" | "analysis" | "test" | "operation" | "function";

/**
 * A node while it is parsed: rendering its file, then the properties files add to it. Drafts never
 * leave this folder; `finishNode` makes the manifest's node of one.
 */
export interface Draft {
  readonly kind: DraftKind;
  readonly packageName: string;
  readonly path: string;
  readonly originalFilePath: string;
  readonly language: string;
  readonly checksum: FileHash;
  readonly createdAt: number;
  /** The file or the YAML entry, for errors. */
  readonly place: Place;
  name: string;
  uniqueId: string;
  fqn: string[];
  rawCode: string;
  database: string | null;
  schema: string | null;
  alias: string;
  relationName: string | null;
  config: ConfigDict;
  unrenderedConfig: ConfigDict;
  /** `config(...)` calls in the file, merged; and their source text where Jinja was rendered. */
  calls: ConfigDict;
  unrenderedCalls: ConfigDict;
  tags: string[];
  meta: ConfigDict;
  group: string | null;
  docs: DocsConfig;
  description: string;
  columns: Record<string, ColumnInfo>;
  docBlocks: readonly string[];
  patchPath: string | null;
  contract: Contract;
  refs: RefArgs[];
  sources: string[][];
  metrics: string[][];
  functions: string[][];
  readonly dependsOnMacros: Set<string>;
  readonly dependsOnNodes: Set<string>;
  model: ModelPart;
  readonly test: GenericTestPart | undefined;
  readonly hook: HookPart | undefined;
  functionPart: FunctionPart;
}

/** What only models have; defaults elsewhere. */
export interface ModelPart {
  access: string;
  constraints: readonly Constraint[];
  version: unknown;
  latestVersion: unknown;
  deprecationDate: string | null;
  primaryKey: readonly string[];
  timeSpine: unknown;
}

export interface GenericTestPart {
  readonly metadata: TestMetadata;
  readonly columnName: string | null;
  readonly fileKeyName: string;
  attachedNode: string | null;
}

export interface HookPart {
  readonly index: number;
}

export interface FunctionPart {
  returns: unknown;
  arguments: readonly unknown[];
  overloads: readonly unknown[];
}

export function isEnabled(draft: Draft): boolean {
  return draft.config.enabled !== false;
}

export function isEphemeral(draft: Draft): boolean {
  return draft.kind === "model" && draft.config.materialized === "ephemeral";
}
