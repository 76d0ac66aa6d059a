import type { EngineEvent } from "./engine-event.ts";

/** A line of `debug`. */
export function debugLine(message: string): EngineEvent {
  return { name: "DebugCmdOut", code: "Z047", level: "info", message, data: { msg: message } };
}
