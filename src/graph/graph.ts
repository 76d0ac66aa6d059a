/** Who depends on whom, by unique id. Every id of either map is a key of both. */
export interface Graph {
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>;
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An edge from what must come first to what depends on it. */
export type Edge = readonly [parent: string, child: string];

/** A graph of these nodes; edges to or from other ids are an error of the caller. */
export function graphOf(ids: Iterable<string>, edges: Iterable<Edge>): Graph {
  const parents = new Map<string, Set<string>>();
  const children = new Map<string, Set<string>>();
  for (const id of ids) {
    parents.set(id, new Set());
    children.set(id, new Set());
  }
  for (const [parent, child] of edges) {
    children.get(parent)?.add(child);
    parents.get(child)?.add(parent);
  }
  return { parents, children };
}

const NONE: ReadonlySet<string> = new Set();

export function parentsOf(graph: Graph, id: string): ReadonlySet<string> {
  return graph.parents.get(id) ?? NONE;
}

export function childrenOf(graph: Graph, id: string): ReadonlySet<string> {
  return graph.children.get(id) ?? NONE;
}
