import { graphCycle, graphDependencyMissing } from "../errors/graph-errors.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { findCycle } from "./find-cycle.ts";
import { graphOf } from "./graph.ts";
import type { Edge, Graph } from "./graph.ts";
import { placeOfReference } from "./place-of-reference.ts";

interface Dependent {
  readonly unique_id: string;
  readonly depends_on?: { readonly macros?: readonly string[]; readonly nodes?: readonly string[] };
}

/**
 * The dependency graph of everything in the manifest. Throws when nodes depend on each other in a
 * circle, or on something that is not there.
 */
export function buildGraph(manifest: Manifest): Graph {
  const members: readonly Dependent[] = [
    ...Object.values(manifest.sources),
    ...Object.values(manifest.nodes),
    ...Object.values(manifest.semantic_models),
    ...Object.values(manifest.exposures),
    ...Object.values(manifest.functions),
    ...Object.values(manifest.metrics),
    ...Object.values(manifest.unit_tests),
    ...Object.values(manifest.saved_queries),
  ];
  const ids = new Set(members.map((member) => member.unique_id));
  const graph = graphOf(
    ids,
    members.flatMap((member) => edgesOf(member, ids)),
  );
  const cycle = findCycle(graph);
  if (cycle) {
    const [first = "", last = first] = [cycle[0], cycle.at(-1)];
    throw graphCycle(cycle, placeOfReference(manifest, first, last));
  }
  return graph;
}

function edgesOf(member: Dependent, ids: ReadonlySet<string>): readonly Edge[] {
  const dependencies = member.depends_on?.nodes ?? [];
  return dependencies.map((dependency) => {
    if (!ids.has(dependency)) throw graphDependencyMissing(member.unique_id, dependency);
    return [dependency, member.unique_id];
  });
}
