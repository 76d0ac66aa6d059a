import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function loadedAtTwice(level: "source" | "table", place: Place): EngineError {
  return new EngineError({
    code: "LOADED_AT_TWICE",
    message: `A ${level} has both loaded_at_field and loaded_at_query.`,
    place,
    hint: "Keep one of them.",
  });
}

export function externalPartition(place: Place): EngineError {
  return new EngineError({
    code: "EXTERNAL_PARTITION",
    message: "A partition of an external table must have a name and a data_type.",
    place,
  });
}
