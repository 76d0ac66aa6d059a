import type { NodeInfo } from "../../events/engine-event.ts";
import { configText } from "../../context/node-facts.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import type {
  ExposureNode,
  SemanticResource,
  UnitTestNode,
} from "../../manifest/other-resources.ts";
import type { SourceNode } from "../../manifest/source-node.ts";

/** Everything that a run can have a line for. */
export type Runnable = ManifestNode | UnitTestNode | ExposureNode | SemanticResource | SourceNode;

/** What log events say of the node at work. */
export function nodeInfoOf(
  node: Runnable,
  at: { readonly status: string; readonly startedAt: string; readonly finishedAt?: string },
): NodeInfo {
  return {
    unique_id: node.unique_id,
    node_name: node.name,
    node_path: node.path,
    resource_type: node.resource_type,
    materialized: configText(node, "materialized") ?? "",
    node_status: at.status,
    node_started_at: at.startedAt,
    node_finished_at: at.finishedAt ?? "",
    node_relation: {
      database: textField(node, "database"),
      schema: textField(node, "schema"),
      alias: textField(node, "alias"),
      relation_name: textField(node, "relation_name"),
    },
  };
}

function textField(node: object, name: string): string | null {
  const value: unknown = Object.getOwnPropertyDescriptor(node, name)?.value;
  return typeof value === "string" ? value : null;
}
