import type { Connection } from "./connection.ts";

/** A node that wants to run statements, as far as it decides where they run. */
export interface ComputeRequest {
  readonly uniqueId: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Where statements run: for Glue a session with its own size, for most engines there is but one. */
export interface Compute {
  /** Computes with equal keys are the same; a lane connects to each once. */
  readonly key: string;
  /** Made for one node: a lane leaves it when that node is done. */
  readonly ofOneNode: boolean;
  connect(name: string): Promise<Connection>;
}
