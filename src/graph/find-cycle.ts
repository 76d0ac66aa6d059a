import { childrenOf } from "./graph.ts";
import type { Graph } from "./graph.ts";

/**
 * The ids of one circle in the order of its edges, or undefined where there is none. Takes no
 * recursion, so that long chains do not exhaust the stack.
 */
export function findCycle(graph: Graph): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of graph.children.keys()) {
    const cycle = done.has(start) ? undefined : findCycleFrom(graph, start, done);
    if (cycle) return cycle;
  }
  return undefined;
}

function findCycleFrom(graph: Graph, start: string, done: Set<string>): string[] | undefined {
  const path = [start];
  const onPath = new Set(path);
  const open = [childrenOf(graph, start).values()];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { value: child, done: exhausted } = top.next();
    if (exhausted === true) {
      open.pop();
      const finished = path.pop();
      if (finished !== undefined) {
        onPath.delete(finished);
        done.add(finished);
      }
    } else if (onPath.has(child)) {
      return path.slice(path.indexOf(child));
    } else if (!done.has(child)) {
      path.push(child);
      onPath.add(child);
      open.push(childrenOf(graph, child).values());
    }
  }
  return undefined;
}
