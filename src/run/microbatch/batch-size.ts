/** How long a batch is. All arithmetic is on the clock of UTC. */
export type BatchSize = "hour" | "day" | "month" | "year";

/** The start of the hour, day, month or year that the time is in. */
export function truncateTime(time: Date, size: BatchSize): Date {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  switch (size) {
    case "hour":
      return new Date(Date.UTC(year, month, day, time.getUTCHours()));
    case "day":
      return new Date(Date.UTC(year, month, day));
    case "month":
      return new Date(Date.UTC(year, month));
    case "year":
      return new Date(Date.UTC(year, 0));
  }
}

/** The start of the batch that is `count` batches after the one that the time is in. */
export function stepTime(time: Date, size: BatchSize, count: number): Date {
  const start = truncateTime(time, size);
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  switch (size) {
    case "hour":
      return new Date(Date.UTC(year, month, day, start.getUTCHours() + count));
    case "day":
      return new Date(Date.UTC(year, month, day + count));
    case "month":
      return new Date(Date.UTC(year, month + count));
    case "year":
      return new Date(Date.UTC(year + count, 0));
  }
}

/** The time itself where a batch starts with it, else the start of the next batch. */
export function ceilTime(time: Date, size: BatchSize): Date {
  const start = truncateTime(time, size);
  return start.getTime() === time.getTime() ? start : stepTime(start, size, 1);
}

/** `2024-01-01T05`, `2024-01-01`, `2024-01`, `2024` */
export function batchLabel(start: Date, size: BatchSize): string {
  return start.toISOString().slice(0, LABEL_LENGTH[size]);
}

const LABEL_LENGTH = { hour: 13, day: 10, month: 7, year: 4 } as const;
