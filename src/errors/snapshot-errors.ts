import { EngineError } from "./engine-error.ts";

export function notASnapshotTable(relation: string, missing: readonly string[]): EngineError {
  return new EngineError({
    code: "SNAPSHOT_TARGET",
    message: `The snapshot's target "${relation}" is not a snapshot table: it lacks ${missing.map((name) => `"${name}"`).join(", ")}.`,
    hint: "Drop or rename that table, or give the snapshot another schema or alias.",
  });
}

export function hardDeletesConflict(): EngineError {
  return new EngineError({
    code: "SNAPSHOT_HARD_DELETES",
    message: "A snapshot sets both invalidate_hard_deletes and hard_deletes.",
    hint: "Keep hard_deletes.",
  });
}

export function hardDeletesUnknown(value: string): EngineError {
  return new EngineError({
    code: "SNAPSHOT_HARD_DELETES",
    message: `The config hard_deletes must be ignore, invalidate or new_record, and is "${value}".`,
  });
}
