import { EngineError } from "./engine-error.ts";

/** The local Glue endpoint's Python process ended, or could not do what it was asked. */
export function interpreterDied(reason: string): EngineError {
  return new EngineError({
    code: "ENDPOINT_INTERPRETER",
    kind: "database",
    message: `The local Glue endpoint's interpreter failed: ${reason}.`,
  });
}

/** The port is taken, or may not be used. */
export function endpointNotListening(port: number, cause: Error): EngineError {
  return new EngineError({
    code: "ENDPOINT_PORT",
    message: `The local Glue endpoint cannot listen on port ${port}: ${cause.message}.`,
    hint: "Choose another one with --port, or leave it out for any free one.",
    cause,
  });
}

/** `--fault` with a text that plans none. */
export function faultNotUnderstood(text: string, kinds: readonly string[]): EngineError {
  return new EngineError({
    code: "ENDPOINT_FAULT",
    message: `"${text}" plans no fault: it is OPERATION:KIND:AT, or OPERATION:KIND:ATxTIMES, and KIND is one of ${kinds.join(", ")}.`,
    hint: "--fault GetStatement:throttle:3x2 throttles the third and the fourth GetStatement.",
  });
}
