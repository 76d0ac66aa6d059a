import { ordinalOf } from "./calendar.ts";
import type { DateTimeFields } from "./date-time-fields.ts";
import { MICROS_PER_SECOND } from "./time-delta.ts";

const EPOCH_ORDINAL = ordinalOf(1970, 1, 1);

/** Seconds since 1970 of the fields read as UTC. */
export function wallSeconds({ ordinal, micros }: DateTimeFields): number {
  return (ordinal - EPOCH_ORDINAL) * 86_400 + micros / MICROS_PER_SECOND;
}

/** Seconds east of Greenwich; undefined without a zone. */
export function offsetOfFields(fields: DateTimeFields): number | undefined {
  return fields.zone?.offsetOfWall(wallSeconds(fields), fields.fold);
}

/** Seconds since 1970; fields without a zone are read as UTC. */
export function epochOfFields(fields: DateTimeFields): number {
  return wallSeconds(fields) - (offsetOfFields(fields) ?? 0);
}

/** Day and microseconds of seconds since 1970, on a wall clock `offset` seconds east of Greenwich. */
export function fieldsOfEpoch(
  epochSeconds: number,
  epochMicros: number,
  offset: number,
): { readonly ordinal: number; readonly micros: number } {
  const wall = epochSeconds + offset;
  const days = Math.floor(wall / 86_400);
  return {
    ordinal: EPOCH_ORDINAL + days,
    micros: (wall - days * 86_400) * MICROS_PER_SECOND + epochMicros,
  };
}
