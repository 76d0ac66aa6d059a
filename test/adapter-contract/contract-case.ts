import type { Adapter } from "../../src/adapter/adapter.ts";
import type { Connection } from "../../src/adapter/connection.ts";

/** What a case gets: an open adapter, a lane, and a schema of its own that is dropped afterwards. */
export interface ContractWorld {
  readonly adapter: Adapter;
  readonly lane: Connection;
  readonly schema: string;
}

/** One promise of the adapter contract, as a sentence and the code that checks it. */
export interface ContractCase {
  readonly title: string;
  readonly check: (world: ContractWorld) => Promise<void>;
}

/** What one method cannot do, with the reason; the titles are exact. */
export interface ContractSkip {
  readonly reason: string;
  readonly titles: readonly string[];
}
