import { graphOf } from "./graph.ts";
import type { Edge, Graph } from "./graph.ts";
import { childrenOf } from "./graph.ts";

/**
 * The graph of the given nodes alone, in which a node waits for another whenever it did so before,
 * be it through nodes that were left out.
 */
export function subsetGraph(graph: Graph, ids: ReadonlySet<string>): Graph {
  const edges: Edge[] = [];
  for (const id of ids) {
    for (const child of nearestDescendants(graph, id, ids)) edges.push([id, child]);
  }
  return graphOf(ids, edges);
}

/** Descendants among `ids` that are reached over nodes outside `ids` only. */
function nearestDescendants(
  graph: Graph,
  start: string,
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  const nearest = new Set<string>();
  const passed = new Set<string>();
  const pending = [...childrenOf(graph, start)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (ids.has(id)) {
      nearest.add(id);
    } else if (!passed.has(id)) {
      passed.add(id);
      pending.push(...childrenOf(graph, id));
    }
  }
  return nearest;
}
