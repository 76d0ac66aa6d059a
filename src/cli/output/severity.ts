import type { LogLevel } from "../../config/flags.ts";
import type { EngineEvent } from "../../events/engine-event.ts";
import { isPrintEvent } from "./event-text.ts";

const RANK = { debug: 0, info: 1, warn: 2, error: 3, none: 4 } as const;

/** Whether an event is severe enough; what the user asked to see counts as an error, as in dbt. */
export function isSevereEnough(event: EngineEvent, least: LogLevel): boolean {
  return RANK[isPrintEvent(event) ? "error" : event.level] >= RANK[least];
}
