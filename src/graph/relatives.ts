import { childrenOf, parentsOf } from "./graph.ts";
import type { Graph } from "./graph.ts";

/**
 * Everything that the given nodes depend on, `depth` steps up at most. A given node is in the
 * result only if another of them depends on it.
 */
export function ancestorsOf(
  graph: Graph,
  ids: Iterable<string>,
  depth = Infinity,
): ReadonlySet<string> {
  return reach(ids, depth, (id) => parentsOf(graph, id));
}

/** Everything that depends on the given nodes, `depth` steps down at most. */
export function descendantsOf(
  graph: Graph,
  ids: Iterable<string>,
  depth = Infinity,
): ReadonlySet<string> {
  return reach(ids, depth, (id) => childrenOf(graph, id));
}

function reach(
  start: Iterable<string>,
  depth: number,
  next: (id: string) => ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  let layer = [...start];
  for (let step = 0; step < depth && layer.length > 0; step++) {
    const neighbours = new Set(layer.flatMap((id) => [...next(id)]));
    layer = [...neighbours].filter((id) => !reached.has(id));
    for (const id of layer) reached.add(id);
  }
  return reached;
}
