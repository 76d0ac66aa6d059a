import type { Manifest } from "../manifest/manifest.ts";
import { inlineOperation } from "../run/inline-operation.ts";
import type { ParsedProject } from "./read-project.ts";

export interface InlineQuery {
  /** With the query as one more node. */
  readonly project: Pick<ParsedProject, "runtime" | "manifest">;
  readonly id: string;
}

/** Adds the query of `--inline` to the project. */
export function withInlineQuery(
  { runtime, manifest }: Pick<ParsedProject, "runtime" | "manifest">,
  sql: string,
): InlineQuery {
  const node = inlineOperation({ runtime, manifest }, sql);
  const nodes = { ...manifest.nodes, [node.unique_id]: node };
  return { project: { runtime, manifest: { ...manifest, nodes } }, id: node.unique_id };
}

/** The manifest as it is written: without the query. */
export function withoutInlineQuery(manifest: Manifest): Manifest {
  const nodes = Object.entries(manifest.nodes);
  return {
    ...manifest,
    nodes: Object.fromEntries(
      nodes.filter(([, { resource_type: type }]) => type !== "sql_operation"),
    ),
  };
}
