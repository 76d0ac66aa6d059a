import type { EngineEvent } from "../../events/engine-event.ts";
import { eventText, isPrintEvent, paintEvent } from "./event-text.ts";
import { renderJsonLine } from "./render-json-line.ts";

export type LineFormat = "text" | "debug" | "json";

/** What every line of one invocation shares. */
export interface LineStyle {
  readonly format: LineFormat;
  readonly colors: boolean;
  readonly invocationId: string;
  /** Process id, for JSON. */
  readonly pid: number;
  /** Takes the secrets out of a text. */
  readonly scrub: (text: string) => string;
}

/** One event as it is written, without the line end: dbt's three formats. */
export function renderLine(event: EngineEvent, at: Date, style: LineStyle): string {
  return style.scrub(renderUnscrubbed(event, at, style));
}

function renderUnscrubbed(event: EngineEvent, at: Date, style: LineStyle): string {
  if (style.format === "json") return renderJsonLine(event, at, style);
  const text = style.colors ? paintEvent(event) : eventText(event);
  if (style.format === "debug") return debugLine(event, text, at, style);
  if (isPrintEvent(event)) return text;
  return `${style.colors ? "\u001b[0m" : ""}${at.toISOString().slice(11, 19)}  ${text}`;
}

function debugLine(event: EngineEvent, text: string, at: Date, style: LineStyle): string {
  const time = `${at.toISOString().slice(11, 23)}000`;
  const thread = (event.node ? "Thread-1" : "MainThread").padEnd(10);
  const line = `${style.colors ? "\u001b[0m" : ""}${time} [${event.level.padEnd(5)}] [${thread}]: ${text}`;
  if (event.name !== "MainReportVersion") return line;
  const rule = "=".repeat(30);
  return `\n\n${rule} ${time} | ${style.invocationId} ${rule}\n${line}`;
}
