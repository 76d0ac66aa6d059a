import { createNodeContext } from "../context/create-node-context.ts";
import type { ContextSkeleton } from "../context/context-skeleton.ts";
import type { ContextOptions, NodeContext } from "../context/node-context.ts";
import { isRelational } from "../context/node-facts.ts";
import { relationForNode } from "../context/relation-for-node.ts";
import { ephemeralName, relationText } from "../context/relation.ts";
import type { Lane } from "../context/statements.ts";
import type { InjectedCte } from "../manifest/node-parts.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import { isGenericTest, type CompilableNode } from "../manifest/nodes.ts";
import { bug } from "../errors/bug.ts";
import { compileConstraints } from "./compile-constraints.ts";
import { cteText, injectCtes, mergeCtes } from "./inject-ctes.ts";
import { renderTestArguments } from "./render-test-arguments.ts";
import { writeCompiledFile } from "./write-compiled-file.ts";

/** Turns nodes into SQL. Ephemeral nodes are compiled once, whoever refers to them. */
export interface Compiler {
  compile(node: CompilableNode, options: ContextOptions): Promise<CompilableNode>;
  /** Ephemeral nodes compiled so far, for the manifest. */
  readonly ephemerals: ReadonlyMap<string, Promise<Compiled>>;
}

/** A compiled node, and its SQL before the CTEs of its parents were put in front. */
export interface Compiled {
  readonly node: CompilableNode;
  readonly ownSql: string;
}

export function createCompiler(skeleton: ContextSkeleton): Compiler {
  const ephemerals = new Map<string, Promise<Compiled>>();
  const compileEphemeral = (node: CompilableNode, lane: Lane): Promise<Compiled> => {
    const known = ephemerals.get(node.unique_id);
    if (known) return known;
    const compiling = compileOne(node, { lane });
    ephemerals.set(node.unique_id, compiling);
    // A failure is told by whoever waits for it; the next run over it fails in the same way.
    compiling.catch(() => undefined);
    return compiling;
  };
  const compileOne = async (node: CompilableNode, options: ContextOptions): Promise<Compiled> => {
    const macros = new Set(node.depends_on.macros);
    const tracking = { ...options, onMacro: (macro: MacroNode) => macros.add(macro.unique_id) };
    const context = createNodeContext(skeleton, node, tracking);
    const ownSql = await renderBody(skeleton, node, context, tracking);
    const ctes = await ctesOf(context, (parent) => compileEphemeral(parent, options.lane));
    const compiled = await writeCompiledFile(
      skeleton.invocation,
      {
        ...finishNode(skeleton, node),
        depends_on: { ...node.depends_on, macros: [...macros] },
        compiled: true,
        compiled_code: injectCtes(ownSql, ctes),
        extra_ctes_injected: true,
        extra_ctes: ctes,
      },
      options.batch?.label,
    );
    return { node: compiled, ownSql };
  };
  return {
    ephemerals,
    compile: async (node, options) => (await compileOne(node, options)).node,
  };
}

async function renderBody(
  skeleton: ContextSkeleton,
  node: CompilableNode,
  context: NodeContext,
  options: ContextOptions,
): Promise<string> {
  if (node.language === "python" && node.resource_type === "model") {
    return `${node.raw_code}\n\n${await context.render("{{ py_script_postfix(model) }}")}`;
  }
  if (!isGenericTest(node)) return context.render(node.raw_code);
  const kwargs = await renderTestArguments(node, context);
  const extra = { ...options.extra, _dbt_generic_test_kwargs: kwargs };
  return createNodeContext(skeleton, node, { ...options, extra }, context.ephemerals).render(
    node.raw_code,
  );
}

/** The CTEs of the ephemeral nodes that were referred to: what they need first, then themselves. */
async function ctesOf(
  context: NodeContext,
  compile: (node: CompilableNode) => Promise<Compiled>,
): Promise<InjectedCte[]> {
  let ctes: InjectedCte[] = [];
  for (const parent of context.ephemerals.values()) {
    if (parent.resource_type === "seed") throw bug(`the seed ${parent.unique_id} is no CTE`);
    const { node, ownSql } = await compile(parent);
    const own = { id: node.unique_id, sql: cteText(ephemeralName(node.alias), ownSql) };
    ctes = mergeCtes(mergeCtes(ctes, node.extra_ctes ?? []), [own]);
  }
  return ctes;
}

/** Facts that are settled only when the node runs. */
function finishNode(skeleton: ContextSkeleton, node: CompilableNode): CompilableNode {
  if (node.resource_type === "model") return compileConstraints(skeleton, node);
  const { flags } = skeleton.invocation.runtime;
  if (node.resource_type !== "test" || node.relation_name !== null) return node;
  if (!isRelational(node, flags.storeFailures)) return node;
  return {
    ...node,
    relation_name: relationText(relationForNode(node, skeleton.projectQuoting)),
  };
}
