import type { Invocation } from "../context/invocation.ts";
import type { SqlOperationNode } from "../manifest/nodes.ts";

/** A statement that was given on the command line, as a node. */
export function inlineOperation(
  { manifest, runtime }: Pick<Invocation, "manifest" | "runtime">,
  sql: string,
): SqlOperationNode {
  const name = "inline_query";
  const packageName = manifest.projectName;
  return {
    resource_type: "sql_operation",
    name,
    package_name: packageName,
    path: "sql/inline_query",
    original_file_path: "sql/inline_query",
    unique_id: `sql_operation.${packageName}.${name}`,
    fqn: [packageName, "sql", name],
    alias: name,
    database: null,
    schema: runtime.profile.schema,
    checksum: { name: "none", checksum: "" },
    config: {},
    tags: [],
    description: "",
    columns: {},
    meta: {},
    group: null,
    docs: { show: true, node_color: null },
    patch_path: null,
    build_path: null,
    unrendered_config: {},
    created_at: 0,
    relation_name: null,
    raw_code: sql,
    doc_blocks: [],
    language: "sql",
    refs: [],
    sources: [],
    metrics: [],
    functions: [],
    depends_on: { macros: [], nodes: [] },
    compiled_path: null,
    contract: { enforced: false, alias_types: true, checksum: null },
  };
}
