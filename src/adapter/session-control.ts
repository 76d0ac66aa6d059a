/** A session of the engine that somebody pays for. */
export interface EngineSession {
  readonly id: string;
  /** The engine's own word: `READY`, `PROVISIONING`, ... */
  readonly status: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** `2 x G.1X`. */
  readonly size: string;
  readonly dpuSeconds: number;
  /** `user@host`, as far as the session says. */
  readonly owner: string | undefined;
  readonly project: string | undefined;
  /**
   * - `in use`: the process that made it runs on this machine.
   * - `kept`: left on purpose, for the next run.
   * - `orphaned`: the process that made it is gone.
   * - `elsewhere`: made on another machine, of which nothing is known here.
   */
  readonly use: "in use" | "kept" | "orphaned" | "elsewhere";
}

/** Sessions beyond this run's own. */
export interface SessionControl {
  /** All that dbt-glue has made and that have not ended. */
  list(): Promise<readonly EngineSession[]>;
  /** Stops one; one that has ended already is what was wanted. */
  stop(id: string): Promise<void>;
}
