import type { Cell, ResultColumn } from "../adapter/connection.ts";
import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { CompilableNode, SeedNode } from "../manifest/nodes.ts";

export interface Preview {
  /** The node as compiled; seeds as they are. */
  readonly node: CompilableNode | SeedNode;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** `show`: the first rows of a node's query; `limit` undefined means all. */
export function previewNode(
  _invocation: Invocation,
  _id: string,
  _limit: number | undefined,
): Promise<Preview> {
  return Promise.reject(notSupported("show"));
}
