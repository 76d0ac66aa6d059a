import { childrenOf, type Graph } from "../../graph/graph.ts";

/** What can start now. Pure bookkeeping: no clock, no effects. */
export interface Schedule {
  /** The ready id that comes first: lowest level, then by name. */
  take(): string | undefined;
  /** Says that a taken id has finished; may make others ready. */
  finish(id: string): void;
  /** Ids not finished yet. */
  readonly left: number;
}

/**
 * Orders `selected` by the graph. Nodes that are not selected let their order through: with
 * a -> b -> c and only a and c selected, c waits for a. Levels are counted in the selection alone,
 * as in dbt's queue.
 */
export function createSchedule(graph: Graph, selected: ReadonlySet<string>): Schedule {
  const waiting = new Map<string, number>();
  const levels = new Map<string, number>();
  const ready = new ReadyQueue(levels);
  let left = selected.size;

  const release = (id: string): void => {
    // Unselected nodes are done as soon as what is above them is. A loop, as chains can be long.
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (selected.has(next)) ready.add(next);
      else open.push(...advance(next));
    }
  };
  const advance = (id: string): string[] => {
    const released: string[] = [];
    const level = levels.get(id) ?? -1;
    for (const child of childrenOf(graph, id)) {
      const childLevel = level + (selected.has(child) ? 1 : 0);
      levels.set(child, Math.max(levels.get(child) ?? -1, childLevel));
      const count = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, count);
      if (count === 0) released.push(child);
    }
    return released;
  };

  const roots: string[] = [];
  for (const [id, parents] of graph.parents) {
    waiting.set(id, parents.size);
    levels.set(id, selected.has(id) ? 0 : -1);
    if (parents.size === 0) roots.push(id);
  }
  for (const id of roots) release(id);
  return {
    take: () => ready.take(),
    finish(id) {
      left -= 1;
      for (const child of advance(id)) release(child);
    },
    get left() {
      return left;
    },
  };
}

/** A binary heap by (level, id). */
class ReadyQueue {
  readonly #levels: ReadonlyMap<string, number>;
  readonly #heap: string[] = [];

  constructor(levels: ReadonlyMap<string, number>) {
    this.#levels = levels;
  }

  add(id: string): void {
    const heap = this.#heap;
    let at = heap.push(id) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  take(): string | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let best = at;
      if (left < heap.length && this.#isBefore(left, best)) best = left;
      if (right < heap.length && this.#isBefore(right, best)) best = right;
      if (best === at) return first;
      this.#swap(at, best);
      at = best;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const [a = "", b = ""] = [this.#heap[left], this.#heap[right]];
    const difference = (this.#levels.get(a) ?? 0) - (this.#levels.get(b) ?? 0);
    return difference === 0 ? a < b : difference < 0;
  }

  #swap(left: number, right: number): void {
    const heap = this.#heap;
    [heap[left], heap[right]] = [heap[right] ?? "", heap[left] ?? ""];
  }
}
