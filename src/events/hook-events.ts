import type { EngineEvent } from "./engine-event.ts";
import { nodeLine, type LinePosition } from "./node-line.ts";

/** `START hook: pkg.on-run-start.0` */
export function logHookStartLine(at: LinePosition, statement: string): EngineEvent {
  const said = { info: `START hook: ${statement}`, status: "RUN", truncate: true };
  return nodeLine({ name: "LogHookStartLine", code: "Q032", level: "info" }, at, said, {
    statement,
  });
}

/** `OK hook: pkg.on-run-start.0` */
export function logHookEndLine(
  at: LinePosition,
  hook: {
    readonly statement: string;
    readonly status: "success" | "skipped" | "error";
    readonly executionSeconds: number;
  },
): EngineEvent {
  const word = hook.status === "success" ? "OK" : hook.status === "skipped" ? "SKIP" : "ERROR";
  const color = hook.status === "success" ? "green" : hook.status === "skipped" ? "yellow" : "red";
  return nodeLine(
    { name: "LogHookEndLine", code: "Q033", level: "info" },
    at,
    { info: `${word} hook: ${hook.statement}`, status: word, color, truncate: true },
    {
      statement: hook.statement,
      status: hook.status,
      execution_time: hook.executionSeconds,
    },
  );
}
