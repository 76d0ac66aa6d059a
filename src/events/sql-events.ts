import type { EngineEvent } from "./engine-event.ts";

/** For the log file: what is sent to the engine. */
export function sqlQuery(connectionName: string, sql: string): EngineEvent {
  return {
    name: "SQLQuery",
    code: "E016",
    level: "debug",
    message: `On ${connectionName}: ${sql}`,
    data: { conn_name: connectionName, sql },
  };
}

export function sqlQueryStatus(status: string, elapsedSeconds: number): EngineEvent {
  return {
    name: "SQLQueryStatus",
    code: "E017",
    level: "debug",
    message: `SQL status: ${status} in ${elapsedSeconds.toFixed(3)} seconds`,
    data: { status, elapsed: elapsedSeconds },
  };
}
