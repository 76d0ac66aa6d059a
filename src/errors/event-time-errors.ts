import { EngineError } from "./engine-error.ts";

export function sampleNotReadable(sample: string): EngineError {
  return new EngineError({
    code: "SAMPLE_NOT_READABLE",
    message: `--sample must be a span such as "3 days" or a dict {'start': ..., 'end': ...}, and is "${sample}".`,
  });
}
