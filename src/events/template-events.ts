import type { EngineEvent } from "./engine-event.ts";

/** `exceptions.warn(message)`, and warnings of the same kind. */
export function jinjaLogWarning(message: string): EngineEvent {
  return { name: "JinjaLogWarning", code: "I061", level: "warn", message, data: { msg: message } };
}

/** `log(message, info=true)`: on the console; without it in the log file only. */
export function jinjaLog(message: string, info: boolean): EngineEvent {
  return info
    ? { name: "JinjaLogInfo", code: "I062", level: "info", message, data: { msg: message } }
    : { name: "JinjaLogDebug", code: "I063", level: "debug", message, data: { msg: message } };
}

export function snapshotTimestampWarning(snapshotType: string, updatedType: string): EngineEvent {
  return {
    name: "SnapshotTimestampWarning",
    code: "Q043",
    level: "warn",
    message: `Data type of snapshot table timestamp columns (${snapshotType}) doesn't match derived column 'updated_at' (${updatedType}). Please update snapshot config 'updated_at'.`,
    data: { snapshot_time_data_type: snapshotType, updated_at_data_type: updatedType },
  };
}
