import { sampleNotReadable } from "../errors/event-time-errors.ts";

/** From `start` up to, and without, `end`. */
export interface TimeWindow {
  readonly start: Date;
  readonly end: Date;
}

/**
 * The window of `--sample`: `3 days` back from the start of the invocation, or a dict
 * `{'start': '2024-01-01', 'end': '2024-02-01'}`. Times without a zone are UTC.
 */
export function sampleWindow(sample: string, startedAt: Date): TimeWindow {
  const span = /^\s*(\d+)\s+(hour|day|month|year)s?\s*$/i.exec(sample);
  if (span) {
    const start = stepBack(startedAt, Number(span[1]), (span[2] ?? "").toLowerCase());
    return { start, end: startedAt };
  }
  return { start: boundOf(sample, "start"), end: boundOf(sample, "end") };
}

function boundOf(sample: string, key: string): Date {
  const match = new RegExp(`['"]?${key}['"]?\\s*:\\s*['"]?([^'",}]+)`).exec(sample);
  const time = match ? Date.parse(utcText((match[1] ?? "").trim())) : Number.NaN;
  if (Number.isNaN(time)) throw sampleNotReadable(sample);
  return new Date(time);
}

function utcText(text: string): string {
  const iso = text.replace(" ", "T");
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return `${iso}T00:00:00Z`;
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`;
}

function stepBack(from: Date, count: number, grain: string): Date {
  const to = new Date(from);
  if (grain === "hour") to.setUTCHours(to.getUTCHours() - count);
  else if (grain === "day") to.setUTCDate(to.getUTCDate() - count);
  else if (grain === "month") to.setUTCMonth(to.getUTCMonth() - count);
  else to.setUTCFullYear(to.getUTCFullYear() - count);
  return to;
}
