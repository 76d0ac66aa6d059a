import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/**
 * The engine refused a statement. `condition` is Spark's error class, which stays at the front of
 * the message as Spark prints it: users and dbt projects search for it.
 */
export function sparkError(
  condition: string,
  message: string,
  place?: Place,
  cause?: unknown,
): EngineError {
  return new EngineError({
    code: `SPARK_${condition.replaceAll(".", "_")}`,
    kind: "database",
    message: `[${condition}] ${message}`,
    place,
    cause,
  });
}

/** DuckDB failed in a way that has no Spark name; its own words are shown. */
export function engineFailed(message: string, cause?: unknown): EngineError {
  return new EngineError({ code: "LOCAL_ENGINE_FAILED", kind: "database", message, cause });
}

/** Another process has the warehouse file open. */
export function warehouseLocked(path: string, holder: string | undefined): EngineError {
  const who = holder === undefined ? "another process" : `the process ${holder}`;
  return new EngineError({
    code: "WAREHOUSE_LOCKED",
    kind: "database",
    message: `The local warehouse "${path}" is open in ${who}; only one process can use it at a time.`,
    hint: "Wait until that process ends, or stop it, and run the command again.",
  });
}

/** The file exists and is no DuckDB database, or cannot be read or written. */
export function warehouseUnreadable(path: string, reason: string, cause?: unknown): EngineError {
  return new EngineError({
    code: "WAREHOUSE_UNREADABLE",
    kind: "database",
    message: `The local warehouse "${path}" cannot be opened: ${reason}.`,
    cause,
  });
}

/** The user stopped the run while a statement was running. */
export function statementInterrupted(cause?: unknown): EngineError {
  return new EngineError({
    code: "STATEMENT_INTERRUPTED",
    kind: "interrupted",
    message: "The statement was stopped before it finished.",
    cause,
  });
}

/** `execute` on a lane that was closed. */
export function laneClosed(name: string): EngineError {
  return new EngineError({
    code: "LANE_CLOSED",
    kind: "database",
    message: `The connection "${name}" is closed.`,
  });
}
