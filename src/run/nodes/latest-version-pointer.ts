import { createNodeContext } from "../../context/create-node-context.ts";
import { relationText, type DbtRelation } from "../../context/relation.ts";
import type { Lane } from "../../context/statements.ts";
import { modelDict } from "../../context/model-dict.ts";
import { pointerCollides } from "../../errors/materialization-errors.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { Json } from "../../util/json.ts";
import { findMacro } from "../engine/find-macro.ts";
import { materialize } from "./materialize.ts";
import type { RunEngine } from "../engine/run-engine.ts";

/**
 * Makes the view under a versioned model's plain name that selects from its latest version, where
 * `latest_version_pointer` or the flag latest_version_pointer_enabled_by_default asks for it.
 *
 * @param relation - what the model's own materialization made
 */
export async function pointToLatestVersion(
  engine: RunEngine,
  node: ModelNode,
  relation: DbtRelation,
  lane: Lane,
): Promise<void> {
  if (!wantsPointer(engine, node)) return;
  const alias = await pointerAlias(engine, node, lane);
  if (collides(relation, alias)) throw pointerCollides(node.name, alias);
  const sql = `select * from ${relationText(relation)}`;
  const pointer: ModelNode = {
    ...node,
    unique_id: `${node.unique_id}__latest_version_pointer`,
    alias,
    raw_code: sql,
    compiled: true,
    compiled_code: sql,
    extra_ctes_injected: true,
    config: { ...node.config, "pre-hook": [], "post-hook": [], persist_docs: {} },
  };
  await materialize(engine, pointer, { lane }, "view");
}

function wantsPointer({ invocation }: RunEngine, node: ModelNode): boolean {
  if (node.version === null || String(node.version) !== String(node.latest_version)) return false;
  const own = setting(node, "enabled");
  if (typeof own === "boolean") return own;
  return invocation.runtime.flags.behavior.latest_version_pointer_enabled_by_default ?? false;
}

function setting({ config }: ModelNode, name: "enabled" | "alias"): Json | undefined {
  const settings = config.latest_version_pointer;
  if (typeof settings !== "object" || settings === null || !(name in settings)) return undefined;
  return Object.entries(settings).find(([key]) => key === name)?.[1];
}

/** The project may name pointers by a macro of its own. */
async function pointerAlias(engine: RunEngine, node: ModelNode, lane: Lane): Promise<string> {
  const own = setting(node, "alias");
  const custom = typeof own === "string" && own.trim() !== "" ? own.trim() : null;
  const macro = findMacro(engine.invocation.manifest, "generate_latest_version_pointer_alias");
  const context = createNodeContext(engine.skeleton, node, { lane });
  return pyStr(
    await context.call(macro, { custom_alias_name: custom, node: modelDict(node) }),
  ).trim();
}

/** Without quotes a name is the same in any case. */
function collides({ identifier, quotePolicy }: DbtRelation, alias: string): boolean {
  if (quotePolicy.identifier) return identifier === alias;
  return identifier?.toLowerCase() === alias.toLowerCase();
}
