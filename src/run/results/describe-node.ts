import { materializationOf } from "../../context/node-facts.ts";
import type { Runnable } from "./node-info.ts";

/** How dbt names a node in its lines: `sql view model s.n`, `seed file s.n`, `test name`. */
export function describeNode(node: Runnable): string {
  switch (node.resource_type) {
    case "model":
      return `${node.language} ${modelKind(node)} model ${relationOf(node)}`;
    case "seed":
      return `seed file ${relationOf(node)}`;
    case "snapshot":
    case "function":
      return `${node.resource_type} ${relationOf(node)}`;
    case "unit_test":
      return `unit_test ${testName(node)}`;
    default:
      return `${node.resource_type} ${node.name}`;
  }
}

/** `schema.alias`, without quotes. */
export function relationOf(node: { readonly schema: string; readonly alias: string }): string {
  return `${node.schema}.${node.alias}`;
}

/** A test's name; a unit test's has its model and version in it. */
export function testName(node: Runnable): string {
  if (node.resource_type !== "unit_test") return node.name;
  const version = node.version === null ? "" : `_v${node.version}`;
  return `${node.model}::${node.name}${version}`;
}

function modelKind(node: Extract<Runnable, { resource_type: "model" }>): string {
  return isMicrobatch(node) ? "microbatch" : materializationOf(node);
}

export function isMicrobatch(node: Runnable): boolean {
  return (
    node.resource_type === "model" &&
    materializationOf(node) === "incremental" &&
    node.config.incremental_strategy === "microbatch"
  );
}

/** What the last line of a run counts nodes as: `view model`, `seed`, `project hook`. */
export function countedAs(node: Runnable): string {
  if (node.resource_type === "model") return `${materializationOf(node)} model`;
  return node.resource_type === "operation" ? "project hook" : node.resource_type;
}
