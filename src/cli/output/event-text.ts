import { placeText } from "../../errors/render-error.ts";
import type { EngineEvent } from "../../events/engine-event.ts";

/**
 * Events that print what the user asked for: no timestamp, and `--quiet` does not hide them
 * (dbt-common's PRINT_EVENT_NAMES).
 */
export function isPrintEvent(event: EngineEvent): boolean {
  return ["PrintEvent", "ShowNode", "CompiledNode"].includes(event.name);
}

/** The event's text with the tag and the place that warnings have in front. */
export function eventText(event: EngineEvent): string {
  if (event.level !== "warn" || hasOwnForm(event)) return event.message;
  const place = event.place ? `${placeText(event.place)}  ` : "";
  return `[WARNING][${event.name}]: ${place}${event.message}`;
}

function hasOwnForm(event: EngineEvent): boolean {
  return event.name.startsWith("Log") || event.name.startsWith("RunResult");
}

const CODES = { green: 32, yellow: 33, red: 31 } as const;

/** Colours the words that the event names, and the tag of warnings and errors. */
export function paintEvent(event: EngineEvent): string {
  const text = eventText(event);
  if (!event.tone) {
    return event.level === "warn" ? text.replace("WARNING", paint("WARNING", "yellow")) : text;
  }
  const { words, color } = event.tone;
  const at = text.lastIndexOf(words);
  if (at < 0) return text;
  return text.slice(0, at) + paint(words, color) + text.slice(at + words.length);
}

function paint(words: string, color: keyof typeof CODES): string {
  return `\u001b[${CODES[color]}m${words}\u001b[0m`;
}
