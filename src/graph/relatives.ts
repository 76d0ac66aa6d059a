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
  let layer: Iterable<string> = start;
  for (let step = 0; step < depth; step++) {
    const fresh: string[] = [];
    for (const id of layer) {
      for (const neighbour of next(id)) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        fresh.push(neighbour);
      }
    }
    if (fresh.length === 0) break;
    layer = fresh;
  }
  return reached;
}
