import { createDialect } from "../dialect/dialect.ts";
import { lazyDict, toPython } from "../jinja/convert.ts";
import { hostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { scopeOf } from "../jinja/scope.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { Json } from "../util/json.ts";
import { baseMembers } from "./members/base-members.ts";
import { columnClass } from "./relation/column-object.ts";
import type { ContextSkeleton } from "./context-skeleton.ts";
import { deferTarget } from "./defer-target.ts";
import { flagsObject, invocationArguments } from "./members/flags-object.ts";
import type { Invocation } from "./invocation.ts";
import { buildMacroIndex } from "./macro-index.ts";
import { validationMember } from "./members/validation-member.ts";
import { buildNodeLookup } from "./members/node-lookup.ts";
import { projectVars } from "./project-vars.ts";
import { icebergCatalogName } from "./relation/iceberg-catalog.ts";
import { createRelationCache } from "./relation/relation-cache.ts";
import { mergeQuoting } from "./relation-for-node.ts";
import { makeRelation } from "./relation.ts";
import { relationClass } from "./relation/relation-class.ts";

/** Makes what all contexts of one command share. */
export function createSkeleton(invocation: Invocation): ContextSkeleton {
  const { runtime, manifest, adapter } = invocation;
  const projectQuoting: Readonly<Record<string, Json>> = runtime.project.quoting;
  const quotePolicy = mergeQuoting(projectQuoting);
  const icebergCatalog = icebergCatalogName(invocation);
  const cache = createRelationCache(adapter.catalog, quotePolicy, icebergCatalog);
  const vars = new Map<string, ReadonlyMap<string, unknown>>();
  const classOfRelations = relationClass(quotePolicy, () => makeRelation({ quotePolicy }));
  const dialect = createDialect();
  return {
    invocation,
    dialect,
    macros: buildMacroIndex(Object.values(manifest.macros), {
      dialect,
      rootPackage: manifest.projectName,
      internalPackages: ["dbt_glue", "dbt_spark", "dbt"],
      dispatch: runtime.project.dispatch,
    }),
    lookup: buildNodeLookup(
      manifest,
      runtime.flags.behavior.require_ref_searches_node_package_before_root ?? false,
    ),
    cache,
    projectQuoting,
    quotePolicy,
    icebergCatalog,
    shared: scopeOf(sharedMembers(invocation, classOfRelations)),
    varsOf(packageName) {
      const known = vars.get(packageName) ?? projectVars(runtime, packageName);
      vars.set(packageName, known);
      return known;
    },
    deferred: (node) => deferredNode(invocation, cache, node),
    relationClass: classOfRelations,
  };
}

function sharedMembers(
  { runtime, manifest, selected, events, now }: Invocation,
  relations: unknown,
): Record<string, unknown> {
  const { flags, profile, project } = runtime;
  const target = toPython(profile.target);
  return {
    ...baseMembers(runtime, events, now),
    target,
    env: target,
    project_name: project.name,
    flags: flagsObject(flags),
    invocation_args_dict: invocationArguments(flags),
    dbt_metadata_envs: toPython(manifest.env),
    selected_resources: [...selected],
    graph: graphDict(manifest),
    api: PyDict.fromRecord({ Relation: relations, Column: columnClass }),
    column: columnClass,
    validation: validationMember,
    execute: true,
    sql_now: "current_timestamp()",
    context_macro_stack: hostObject({ typeName: "MacroStack" }),
  };
}

/** `graph`: the whole manifest; a node is converted when somebody looks at it. */
function graphDict(manifest: Invocation["manifest"]): PyDict {
  const { nodes, sources, exposures, metrics, groups, semantic_models } = manifest;
  const { saved_queries, unit_tests, functions } = manifest;
  return lazyDict({
    exposures,
    groups,
    metrics,
    nodes,
    sources,
    semantic_models,
    saved_queries,
    unit_tests,
    functions,
  });
}

/**
 * Under --defer, a reference goes to the state's relation when its own does not exist, or with
 * --favor-state whenever its node is not selected.
 */
async function deferredNode(
  invocation: Invocation,
  cache: ContextSkeleton["cache"],
  node: ManifestNode,
): Promise<ManifestNode | undefined> {
  const { runtime, selected } = invocation;
  const other = runtime.flags.defer ? deferTarget(invocation, node) : undefined;
  if (!other) return undefined;
  if (runtime.flags.favorState && !selected.has(node.unique_id)) return other;
  return (await cache.find(node.schema, node.alias)) ? undefined : other;
}
