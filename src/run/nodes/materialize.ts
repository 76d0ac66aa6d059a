import { createNodeContext } from "../../context/create-node-context.ts";
import type { ContextOptions, NodeContext, UnitTestSubject } from "../../context/node-context.ts";
import { materializationOf } from "../../context/node-facts.ts";
import { builtRelation } from "../../context/locate-relation.ts";
import { isRelationObject } from "../../context/relation-object.ts";
import type { DbtRelation } from "../../context/relation.ts";
import { materializationLanguage, materializationMissing } from "../../errors/template-errors.ts";
import { materializationReturn } from "../../errors/materialization-errors.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import { relationsOfReturn } from "../../context/materialization-return.ts";
import type { RunEngine } from "../engine/run-engine.ts";

export interface Materialized {
  /** In which the results of its statements are. */
  readonly context: NodeContext;
  readonly relations: readonly DbtRelation[];
}

/**
 * Runs a node's materialization and enters the relations it made in the cache.
 *
 * @param standIn - another materialization than the node's own, whatever languages it is for
 */
export async function materialize(
  engine: RunEngine,
  node: ManifestNode,
  options: ContextOptions,
  standIn?: "clone" | "view",
): Promise<Materialized> {
  const macro = standIn ? findMaterialization(engine, standIn) : materializationMacro(engine, node);
  const context = createNodeContext(engine.skeleton, node, options);
  const returned = await context.call(macro);
  const relations = returnedRelations(returned, standIn ?? materializationOf(node));
  for (const relation of relations)
    engine.skeleton.cache.add(builtRelation(engine.skeleton, node, relation));
  return { context, relations };
}

/** Tests and unit tests return no relations. */
export async function runTestMaterialization(
  engine: RunEngine,
  node: ManifestNode | UnitTestSubject,
  options: ContextOptions,
): Promise<NodeContext> {
  const macro = materializationMacro(engine, node);
  const context = createNodeContext(engine.skeleton, node, options);
  await context.call(macro);
  return context;
}

function materializationMacro(engine: RunEngine, node: ManifestNode | UnitTestSubject): MacroNode {
  const name = node.resource_type === "unit_test" ? "unit" : materializationOf(node);
  const macro = findMaterialization(engine, name);
  const languages = macro.supported_languages;
  const language = "language" in node ? node.language : "sql";
  if (languages && !languages.includes(language)) {
    throw materializationLanguage(name, languages, language);
  }
  return macro;
}

function findMaterialization(engine: RunEngine, name: string): MacroNode {
  const macro = engine.skeleton.macros.findMaterialization(name);
  if (!macro) throw materializationMissing(name);
  return macro;
}

function returnedRelations(returned: unknown, materialization: string): readonly DbtRelation[] {
  const relations = relationsOfReturn(returned);
  if (!relations) throw materializationReturn(materialization);
  return relations.map((relation) => {
    if (isRelationObject(relation)) return relation.relation;
    throw materializationReturn(materialization);
  });
}
