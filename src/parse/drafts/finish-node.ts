import { publishedRefs } from "../references/published-refs.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import type { Draft } from "./draft.ts";

/** The manifest's node of a finished draft, with dbt's field names in dbt's order. */
export function finishNode(draft: Draft, rootOf: (packageName: string) => string): ManifestNode {
  switch (draft.kind) {
    case "model":
      return { ...compilable(draft), resource_type: "model", ...modelFields(draft) };
    case "seed":
      return seedNode(draft, rootOf(draft.packageName));
    case "snapshot":
      return { ...compilable(draft), resource_type: "snapshot" };
    case "analysis":
      return { ...compilable(draft), resource_type: "analysis" };
    case "operation":
      return { ...compilable(draft), resource_type: "operation", index: draft.hook?.index ?? null };
    case "test":
      return { ...compilable(draft), resource_type: "test", ...testFields(draft) };
    case "function":
      return { ...compilable(draft), resource_type: "function", ...functionFields(draft) };
  }
}

type Common = Pick<
  ManifestNode,
  | "database"
  | "schema"
  | "name"
  | "package_name"
  | "path"
  | "original_file_path"
  | "unique_id"
  | "fqn"
  | "alias"
  | "checksum"
  | "config"
  | "tags"
  | "description"
  | "columns"
  | "meta"
  | "group"
  | "docs"
  | "patch_path"
  | "build_path"
  | "unrendered_config"
  | "created_at"
  | "relation_name"
  | "raw_code"
  | "doc_blocks"
>;

/** Where a generate_schema_name gives none; dbt's relations then have no schema either. */
const NO_SCHEMA = null as unknown as string;

function common(draft: Draft): Common {
  return {
    database: draft.database,
    schema: draft.schema ?? NO_SCHEMA,
    name: draft.name,
    package_name: draft.packageName,
    path: draft.path,
    original_file_path: draft.originalFilePath,
    unique_id: draft.uniqueId,
    fqn: draft.fqn,
    alias: draft.alias,
    checksum: draft.checksum,
    config: asJsonObject(draft.config),
    tags: draft.tags,
    description: draft.description,
    columns: draft.columns,
    meta: asJsonObject(draft.meta),
    group: draft.group,
    docs: draft.docs,
    patch_path: draft.patchPath,
    build_path: null,
    unrendered_config: asJsonObject(draft.unrenderedConfig),
    created_at: draft.createdAt,
    relation_name: draft.relationName,
    raw_code: draft.rawCode,
    doc_blocks: draft.docBlocks,
  };
}

function compilable(draft: Draft) {
  return {
    ...common(draft),
    language: draft.language,
    refs: publishedRefs(draft.refs),
    sources: draft.sources,
    metrics: draft.metrics,
    functions: draft.functions,
    depends_on: { macros: [...draft.dependsOnMacros], nodes: [...draft.dependsOnNodes] },
    compiled_path: null,
    contract: draft.contract,
  };
}

function modelFields({ model }: Draft) {
  return {
    access: model.access,
    constraints: model.constraints,
    version: versionValue(model.version),
    latest_version: versionValue(model.latestVersion),
    deprecation_date: model.deprecationDate,
    primary_key: model.primaryKey,
    time_spine: asJson(model.timeSpine),
  };
}

function testFields({ test }: Draft) {
  if (test === undefined) return {};
  return {
    column_name: test.columnName,
    file_key_name: test.fileKeyName,
    attached_node: test.attachedNode,
    test_metadata: test.metadata,
  };
}

function functionFields({ functionPart }: Draft) {
  return {
    returns: asJson(functionPart.returns),
    arguments: asJson(functionPart.arguments),
    overloads: asJson(functionPart.overloads),
  };
}

function seedNode(draft: Draft, root: string): ManifestNode {
  return {
    ...common(draft),
    resource_type: "seed",
    root_path: root,
    depends_on: { macros: [...draft.dependsOnMacros] },
  };
}

export function versionValue(version: unknown): string | number | null {
  if (version instanceof PyFloat) return version.value;
  return typeof version === "string" || typeof version === "number" ? version : null;
}
