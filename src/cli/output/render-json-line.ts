import type { EngineEvent } from "../../events/engine-event.ts";
import type { Json } from "../../util/json.ts";
import { eventText } from "./event-text.ts";

/** One event as dbt's JSON log line: `info` and `data`, keys sorted. */
export function renderJsonLine(
  event: EngineEvent,
  at: Date,
  style: { readonly invocationId: string; readonly pid: number },
): string {
  const message = eventText(event);
  const line: Json = {
    data: {
      ...(event.data ?? { msg: message }),
      ...(event.node ? { node_info: { ...event.node } } : {}),
    },
    info: {
      category: "",
      code: event.code,
      extra: {},
      invocation_id: style.invocationId,
      level: event.level,
      msg: message,
      name: event.name,
      pid: style.pid,
      thread: event.node ? "Thread-1" : "MainThread",
      ts: at.toISOString().replace("Z", "000Z"),
    },
  };
  return JSON.stringify(sortKeys(line));
}

function sortKeys(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item: Json) => sortKeys(item));
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
