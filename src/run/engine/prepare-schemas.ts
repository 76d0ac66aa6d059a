import { createNodeContext } from "../../context/create-node-context.ts";
import { isEphemeral, isRelational } from "../../context/node-facts.ts";
import { relationObject } from "../../context/relation-object.ts";
import { makeRelation } from "../../context/relation.ts";
import type { Lane } from "../../context/statements.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import type { RunEngine } from "./run-engine.ts";
import { findMacro } from "./find-macro.ts";

/** Creates the schemas that the selected nodes need, and lists what is in the project's schemas. */
export async function prepareSchemas(engine: RunEngine, lane: Lane): Promise<void> {
  const { invocation, skeleton } = engine;
  const { manifest, runtime, selected, adapter } = invocation;
  const relational = Object.values(manifest.nodes).filter(
    (node) => isRelational(node, runtime.flags.storeFailures) && !isEphemeral(node),
  );
  const needed = schemasOf(relational.filter((node) => selected.has(node.unique_id)));
  const existing = new Set((await adapter.catalog.listSchemas()).map(lower));
  const missing = [...needed.values()].filter((schema) => !existing.has(lower(schema)));
  for (const schema of missing) {
    await createSchema(engine, lane, schema);
    skeleton.cache.addEmptySchema(schema);
  }
  if (!runtime.flags.populateCache) return;
  const listed = runtime.flags.cacheSelectedOnly ? needed : schemasOf(relational);
  // What does not exist has nothing to list; a node may still create it itself.
  await skeleton.cache.fill([...listed.values()].filter((schema) => existing.has(lower(schema))));
}

function schemasOf(nodes: readonly ManifestNode[]): ReadonlyMap<string, string> {
  return new Map(nodes.map((node) => [lower(node.schema), node.schema]));
}

function lower(text: string): string {
  return text.toLowerCase();
}

async function createSchema(engine: RunEngine, lane: Lane, schema: string): Promise<void> {
  const macro = findMacro(engine.invocation.manifest, "create_schema");
  const context = createNodeContext(engine.skeleton, macro, { lane });
  const relation = makeRelation({ schema, quotePolicy: engine.skeleton.quotePolicy });
  await context.call(macro, {
    relation: relationObject({
      ...relation,
      includePolicy: { ...relation.includePolicy, identifier: false },
    }),
  });
}
