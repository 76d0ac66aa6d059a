import type { EngineEvent } from "./engine-event.ts";

/** The first line of every command. */
export function mainReportVersion(dbtVersion: string): EngineEvent {
  return {
    name: "MainReportVersion",
    code: "A001",
    level: "info",
    message: `Running with dbt=${dbtVersion}`,
    data: { version: `=${dbtVersion}`, log_version: 3 },
  };
}

/** `Registered adapter: glue=0.1.0` */
export function adapterRegistered(name: string, version: string): EngineEvent {
  return {
    name: "AdapterRegistered",
    code: "E034",
    level: "info",
    message: `Registered adapter: ${name}=${version}`,
    data: { adapter_name: name, adapter_version: `=${version}` },
  };
}

/** The error that ends a command; `text` is the whole rendered error. */
export function mainEncounteredError(text: string, code: string): EngineEvent {
  return {
    name: "MainEncounteredError",
    code: "Z002",
    level: "error",
    message: `Encountered an error:\n${text}`,
    tone: { words: code, color: "red" },
    data: { exc: text },
  };
}

/** For the log file: where in this program an error came from. */
export function mainStackTrace(stack: string): EngineEvent {
  return {
    name: "MainStackTrace",
    code: "Z003",
    level: "debug",
    message: stack,
    data: { stack_trace: stack },
  };
}

/** For the log file: how long the command took. */
export function commandCompleted(
  command: string,
  success: boolean,
  elapsedSeconds: number,
): EngineEvent {
  const word = success ? "succeeded" : "failed";
  return {
    name: "CommandCompleted",
    code: "Q039",
    level: "debug",
    message: `Command \`${command}\` ${word} after ${elapsedSeconds.toFixed(2)} seconds`,
    data: { command, success, elapsed: elapsedSeconds },
  };
}

/** What a template prints, or a line that a command was asked for: no timestamp, never quiet. */
export function printEvent(message: string): EngineEvent {
  return { name: "PrintEvent", code: "Z052", level: "info", message, data: { msg: message } };
}

/** Anything that is worth a line and has no event of its own in dbt. */
export function note(message: string, level: "debug" | "info" = "info"): EngineEvent {
  return { name: "Note", code: "Z050", level, message, data: { msg: message } };
}

/** A macro that `run-operation` called has failed. */
export function runningOperationError(text: string): EngineEvent {
  return {
    name: "RunningOperationCaughtError",
    code: "Q001",
    level: "error",
    message: `Encountered an error while running operation:\n${text}`,
    tone: { words: "error", color: "red" },
    data: { exc: text },
  };
}
