import type { Invocation } from "../context/invocation.ts";
import { printEvent } from "../events/main-events.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { previewNode } from "../run/preview-node.ts";
import { drawTable } from "./draw-table.ts";

const SAMPLE = 10;

/** `--show`: some rows of each seed that was loaded, picked at random, with all columns. */
export async function showSeeds(
  invocation: Invocation,
  results: readonly RunResult[],
): Promise<void> {
  for (const { unique_id: id, status } of results) {
    const node = invocation.manifest.nodes[id];
    if (node?.resource_type !== "seed" || status !== "success") continue;
    const { columns, rows } = await previewNode(invocation, id, undefined);
    const title = `Random sample of table: ${node.schema}.${node.alias}`;
    const table = drawTable(columns, pickAtRandom(rows, SAMPLE), columns.length);
    invocation.events.emit(printEvent(`\n${title}\n${"-".repeat(title.length)}\n${table}`));
  }
}

function pickAtRandom<Item>(items: readonly Item[], count: number): readonly Item[] {
  const shuffled = items.map((item) => ({ item, order: Math.random() }));
  shuffled.sort((a, b) => a.order - b.order);
  return shuffled.slice(0, count).map(({ item }) => item);
}
