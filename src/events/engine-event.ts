import type { Place } from "../errors/place.ts";
import type { JsonObject } from "../util/json.ts";

export type EventLevel = "debug" | "info" | "warn" | "error";

/** What dbt's log lines and JSON logs say about the node at work (`node_info`). */
export interface NodeInfo {
  readonly unique_id: string;
  readonly node_name: string;
  readonly node_path: string;
  readonly resource_type: string;
  readonly materialized: string;
  readonly node_status: string;
  readonly node_started_at: string;
  readonly node_finished_at: string;
  readonly node_relation: {
    readonly database: string | null;
    readonly schema: string | null;
    readonly alias: string | null;
    readonly relation_name: string | null;
  };
}

/** Which words of a message a terminal may colour; the last place where they stand. */
export interface EventTone {
  readonly words: string;
  readonly color: "green" | "yellow" | "red";
}

/**
 * One thing that happened. Plain data: the terminal, the log file and JSON logs are renderers of
 * the same events. The files beside this one make them.
 */
export interface EngineEvent {
  /** dbt's event name, e.g. `NodeStart`; `warn_error_options` lists these. */
  readonly name: string;
  /** dbt's event code, e.g. `Q024`; empty where dbt has none. */
  readonly code: string;
  readonly level: EventLevel;
  /** The stable text line, without timestamp or colours. */
  readonly message: string;
  readonly tone?: EventTone | undefined;
  /** Where in the project a warning has its cause. */
  readonly place?: Place | undefined;
  readonly data?: JsonObject | undefined;
  readonly node?: NodeInfo | undefined;
}
