import type { Manifest } from "../manifest/manifest.ts";
import { childrenOf, graphOf, parentsOf } from "./graph.ts";
import type { Edge, Graph } from "./graph.ts";
import { descendantsOf } from "./relatives.ts";

/**
 * The graph of `build`: whatever lies downstream of all nodes that a test depends on waits for
 * that test. The edges go to the nearest such nodes; those further down wait for them anyway.
 * Unit tests have no edges: they run with their model.
 */
export function addTestEdges(graph: Graph, manifest: Manifest): Graph {
  const isBlockable = (id: string): boolean => {
    const node = manifest.nodes[id];
    return node !== undefined && node.resource_type !== "test";
  };
  const edges: Edge[] = [];
  for (const [parent, children] of graph.children) {
    for (const child of children) edges.push([parent, child]);
  }
  const below = memoizedDescendants(graph);
  for (const node of Object.values(manifest.nodes)) {
    if (node.resource_type !== "test" || !graph.children.has(node.unique_id)) continue;
    for (const id of firstBlocked(graph, node.depends_on.nodes, below)) {
      if (isBlockable(id)) edges.push([node.unique_id, id]);
    }
  }
  return graphOf(graph.children.keys(), edges);
}

type Descendants = (id: string) => ReadonlySet<string>;

/** The nodes below all of `dependencies` that have no such node above them. */
function firstBlocked(
  graph: Graph,
  dependencies: readonly string[],
  below: Descendants,
): readonly string[] {
  const [first, ...others] = dependencies;
  if (first === undefined) return [];
  if (others.length === 0) return [...childrenOf(graph, first)];
  const common = [...below(first)].filter((id) => others.every((other) => below(other).has(id)));
  const inCommon = new Set(common);
  return common.filter((id) => ![...parentsOf(graph, id)].some((parent) => inCommon.has(parent)));
}

function memoizedDescendants(graph: Graph): Descendants {
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const found = known.get(id) ?? descendantsOf(graph, [id]);
    known.set(id, found);
    return found;
  };
}
