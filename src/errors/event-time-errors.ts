import { EngineError } from "./engine-error.ts";

/** What parsing lets pass: an option, or a config that a macro set. */
export function batchTimeUnreadable(name: string, found: string): EngineError {
  return new EngineError({
    code: "BATCH_TIME_UNREADABLE",
    message: `"${name}" decides on the batches of a microbatch model, and its value "${found}" cannot be read.`,
    hint: `Times are written as 2024-01-01 or 2024-01-01T05:00:00; a batch_size is hour, day, month or year.`,
  });
}

export function sampleNotReadable(sample: string): EngineError {
  return new EngineError({
    code: "SAMPLE_NOT_READABLE",
    message: `--sample must be a span such as "3 days" or a dict {'start': ..., 'end': ...}, and is "${sample}".`,
  });
}
