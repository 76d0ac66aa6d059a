/** What something cost: capacity times time, and that in money. */
export interface Cost {
  /** DPUs times seconds. */
  readonly dpuSeconds: number;
  /** US dollars, at the list price. */
  readonly usd: number;
}

/** One session of the run. */
export interface SessionCost extends Cost {
  readonly id: string;
  readonly dpu: number;
  readonly usdPerDpuHour: number;
  /** How long the run had it. */
  readonly seconds: number;
}

/** A run so far. Its nodes' costs and `idle` add up to its own. */
export interface RunCost extends Cost {
  /** Sessions that waited for work. */
  readonly idle: Cost;
  readonly sessions: readonly SessionCost[];
  /** By unique id. */
  readonly nodes: Readonly<Record<string, Cost>>;
}

/** Keeps count of what the engine bills for. */
export interface CostMeter {
  /** A node's share: at every moment a session is shared by all that runs in it. */
  ofNode(uniqueId: string): Cost | undefined;
  ofRun(): RunCost;
}
