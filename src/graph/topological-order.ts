import { childrenOf, type Graph } from "./graph.ts";

/** The given nodes, parents before children, layer by layer and by name within a layer. */
export function topologicalOrder(graph: Graph, ids: ReadonlySet<string>): string[] {
  const waiting = new Map([...graph.parents].map(([id, parents]) => [id, parents.size]));
  const order: string[] = [];
  let layer = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  while (layer.length > 0) {
    layer.sort();
    order.push(...layer);
    const next: string[] = [];
    for (const child of layer.flatMap((id) => [...childrenOf(graph, id)])) {
      const count = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, count);
      if (count === 0) next.push(child);
    }
    layer = next;
  }
  return order.filter((id) => ids.has(id));
}
