import type { Capabilities } from "./capabilities.ts";
import type { Catalog } from "./catalog.ts";
import type { Check } from "./check.ts";
import type { Compute, ComputeRequest } from "./compute.ts";
import type { CostMeter } from "./cost.ts";
import type { Connection } from "./connection.ts";
import type { SessionControl } from "./session-control.ts";
import type { Governance } from "./governance.ts";
import type { Storage } from "./storage.ts";

/** An engine that runs Spark SQL: four small contracts and a description. */
export interface Adapter {
  readonly capabilities: Capabilities;
  /** Name and version for the log, e.g. `local (DuckDB 1.5.5)`. */
  readonly description: string;
  /** Opens a lane. `name` shows in errors and logs: a node's unique id, `master`, ... */
  connect(name: string): Promise<Connection>;
  /** Where a node's statements run; absent where every node's run in the same place. */
  computeFor?(request: ComputeRequest): Compute;
  readonly catalog: Catalog;
  readonly storage: Storage;
  readonly governance: Governance;
  /** Absent where nothing outlives a run. */
  readonly sessions?: SessionControl;
  /** Absent where running statements costs nothing. */
  readonly cost?: CostMeter;
  /** What must be so before a run can work, in order; absent where opening the engine shows it. */
  checks?(): readonly Check[];
  close(): Promise<void>;
}
