import type { ContextOptions, NodeContext } from "../../context/node-context.ts";
import { materializationOf } from "../../context/node-facts.ts";
import { mainNotRun } from "../../errors/materialization-errors.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import type { Executed } from "../results/executed.ts";
import { pointToLatestVersion } from "./latest-version-pointer.ts";
import { materialize } from "./materialize.ts";
import type { RunEngine } from "../engine/run-engine.ts";

/** Models, seeds, snapshots and functions: their materialization, and what its main statement said. */
export async function runModel(
  engine: RunEngine,
  node: ManifestNode,
  options: ContextOptions,
): Promise<Executed> {
  const { context, relations } = await materialize(engine, node, options);
  const [relation] = relations;
  if (node.resource_type === "model" && relation) {
    await pointToLatestVersion(engine, node, relation, options.lane);
  }
  return mainResult(context, node);
}

function mainResult(context: NodeContext, node: ManifestNode): Executed {
  const main = context.results.read("main");
  if (!main) throw mainNotRun(materializationOf(node));
  return {
    status: "success",
    message: main.response._message,
    response: { ...main.response },
    failures: null,
  };
}
