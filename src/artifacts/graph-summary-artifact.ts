import type { DependencyMaps } from "./dependency-maps.ts";

/** graph_summary.json: the graph with numbers for ids. */
export function graphSummaryArtifact(maps: DependencyMaps, invocationId: string): object {
  const ids = Object.keys(maps.childMap);
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const linked = ids.map((id, index): [number, object] => {
    const successors = (maps.childMap[id] ?? []).flatMap((child) => numbers.get(child) ?? []);
    const [type] = id.split(".");
    return [index, { name: id, type, ...(successors.length > 0 ? { succ: successors } : {}) }];
  });
  return { _invocation_id: invocationId, linked: Object.fromEntries<object>(linked) };
}
