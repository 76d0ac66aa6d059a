import type { Manifest } from "../manifest/manifest.ts";

export interface DependencyMaps {
  /** Id -> ids it depends on, sorted. */
  readonly parentMap: Readonly<Record<string, readonly string[]>>;
  /** Id -> ids that depend on it, sorted. */
  readonly childMap: Readonly<Record<string, readonly string[]>>;
}

/** `parent_map` and `child_map` of manifest.json: every resource that can depend on another. */
export function dependencyMaps(manifest: Manifest): DependencyMaps {
  const parents = new Map<string, readonly string[]>();
  const children = new Map<string, string[]>();
  for (const [id, nodeParents] of everyDependency(manifest)) {
    parents.set(id, nodeParents);
    children.set(id, []);
  }
  for (const [id, nodeParents] of parents) {
    for (const parent of nodeParents) children.get(parent)?.push(id);
  }
  return { parentMap: sorted(parents), childMap: sorted(children) };
}

function* everyDependency(manifest: Manifest): Generator<[string, readonly string[]]> {
  for (const collection of [
    manifest.nodes,
    manifest.sources,
    manifest.exposures,
    manifest.metrics,
    manifest.semantic_models,
    manifest.saved_queries,
    manifest.unit_tests,
    manifest.functions,
  ]) {
    for (const [id, resource] of Object.entries<object>(collection))
      yield [id, parentIds(resource)];
  }
}

function parentIds(resource: object): readonly string[] {
  const dependsOn: unknown = "depends_on" in resource ? resource.depends_on : undefined;
  if (typeof dependsOn !== "object" || dependsOn === null || !("nodes" in dependsOn)) return [];
  // A reader: `depends_on.nodes` is a list of ids wherever it is there at all.
  return dependsOn.nodes as readonly string[];
}

function sorted(
  map: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...map].map(([id, ids]) => [id, [...ids].sort()]));
}
