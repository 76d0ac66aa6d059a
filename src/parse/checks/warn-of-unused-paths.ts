import { CONFIG_TREE_KINDS } from "../../config/project-config.ts";
import { unusedResourceConfigPath } from "../../events/parse-events.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

/** Paths in the config trees of dbt_project.yml that no resource has. */
export function warnOfUnusedPaths(environment: ParseEnvironment): void {
  const { runtime, events } = environment;
  const fqns = fqnsByKind(environment);
  const unused: string[] = [];
  for (const kind of CONFIG_TREE_KINDS) {
    if (kind === "analyses") continue; // dbt does not look at it.
    const used = [...(fqns.get(kind.replace("-", "_")) ?? []), ...(fqns.get("disabled") ?? [])];
    for (const path of configPaths(runtime.project.trees[kind], [])) {
      if (!used.some((fqn) => isPrefix(path, fqn)))
        unused.push([kind.replace("-", "_"), ...path].join("."));
    }
  }
  if (unused.length > 0) events.emit(unusedResourceConfigPath(unused));
}

/** Every path that ends where a config stands. */
function configPaths(
  tree: Readonly<Record<string, unknown>>,
  path: readonly string[],
): (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  let hasConfig = false;
  for (const [key, value] of Object.entries(tree)) {
    if (isMapping(value) && !key.startsWith("+")) paths.push(...configPaths(value, [...path, key]));
    else hasConfig = true;
  }
  if (hasConfig) paths.push(path);
  return paths;
}

function isPrefix(path: readonly string[], fqn: readonly string[]): boolean {
  return path.length <= fqn.length && path.every((part, index) => part === fqn[index]);
}

function fqnsByKind({ manifest }: ParseEnvironment): Map<string, (readonly string[])[]> {
  const fqns = new Map<string, (readonly string[])[]>();
  const add = (kind: string, fqn: readonly string[]): void => {
    fqns.set(kind, [...(fqns.get(kind) ?? []), fqn]);
  };
  const plural = (kind: string): string =>
    kind === "test" ? "data_tests" : kind === "analysis" ? "analyses" : `${kind}s`;
  for (const draft of [...manifest.nodes.values(), ...manifest.functions.values()])
    add(plural(draft.kind), draft.fqn);
  const others = [
    manifest.sources,
    manifest.exposures,
    manifest.unitTests,
    manifest.metrics,
    manifest.semanticModels,
  ];
  for (const home of others)
    for (const each of home.values()) add(`${each.resource_type}s`, each.fqn);
  for (const each of manifest.savedQueries.values()) add("saved_queries", each.fqn);
  for (const list of manifest.disabled.values()) {
    for (const each of list) add("disabled", "node" in each ? each.node.fqn : each.resource.fqn);
  }
  return fqns;
}
