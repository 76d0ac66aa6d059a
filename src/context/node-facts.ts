import type { ManifestNode } from "../manifest/nodes.ts";
import type { JsonObject } from "../util/json.ts";

/** What nodes and everything else with a config have. */
interface Configured {
  readonly resource_type: string;
  readonly config: JsonObject;
}

export function materializationOf(node: Configured): string {
  const value = node.config.materialized;
  return typeof value === "string" ? value : "view";
}

/** An ephemeral model: it is a CTE in what uses it. */
export function isEphemeral(node: Configured): boolean {
  return node.resource_type === "model" && materializationOf(node) === "ephemeral";
}

/**
 * Owns a relation. Tests do when their failures are stored.
 *
 * @param storeFailures - the flag `--store-failures`
 */
export function isRelational(node: ManifestNode, storeFailures: boolean): boolean {
  switch (node.resource_type) {
    case "model":
    case "seed":
    case "snapshot":
    case "function":
      return true;
    case "test":
      return storesFailures(node, storeFailures);
    case "analysis":
    case "operation":
    case "sql_operation":
      return false;
  }
}

/** The node counts as relational; inside the materialization a config of false still beats the flag. */
export function storesFailures(node: Configured, flag: boolean): boolean {
  return node.config.store_failures === true || flag;
}

export function configText(node: Configured, name: string): string | undefined {
  const value = node.config[name];
  return typeof value === "string" ? value : undefined;
}
