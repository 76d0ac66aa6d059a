import { EngineError } from "./engine-error.ts";

/** The local Glue endpoint's Python process ended, or could not do what it was asked. */
export function interpreterDied(reason: string): EngineError {
  return new EngineError({
    code: "ENDPOINT_INTERPRETER",
    kind: "database",
    message: `The local Glue endpoint's interpreter failed: ${reason}.`,
  });
}
