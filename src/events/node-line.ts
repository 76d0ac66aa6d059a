import type { JsonObject } from "../util/json.ts";
import type { EngineEvent, EventLevel, EventTone, NodeInfo } from "./engine-event.ts";
import { formatOutputLine } from "./output-line.ts";

/** Where a node stands in the run, and how wide its line is (`--printer-width`). */
export interface LinePosition {
  readonly index: number;
  readonly total: number;
  readonly width: number;
  readonly node?: NodeInfo | undefined;
}

/** What a line says. */
export interface Said {
  readonly info: string;
  readonly status: string;
  readonly color?: EventTone["color"];
  readonly truncate?: boolean;
}

/** A numbered line as an event; `data.execution_time` shows in the brackets. */
export function nodeLine(
  kind: { readonly name: string; readonly code: string; readonly level: EventLevel },
  at: LinePosition,
  said: Said,
  data: JsonObject,
): EngineEvent {
  const seconds = data.execution_time;
  return {
    ...kind,
    message: formatOutputLine({
      message: said.info,
      status: said.status,
      index: at.index,
      total: at.total,
      executionSeconds: typeof seconds === "number" ? seconds : undefined,
      width: at.width,
      truncate: said.truncate ?? false,
    }),
    tone: said.color && { words: said.status, color: said.color },
    data: { ...data, index: at.index, total: at.total },
    node: at.node,
  };
}
