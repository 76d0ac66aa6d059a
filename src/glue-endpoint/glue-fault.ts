import { EngineError } from "../errors/engine-error.ts";

/** An error as the Glue service answers it: typed for every AWS client. */
export class GlueFault extends Error {
  /** The modeled exception, e.g. `EntityNotFoundException`. */
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = "GlueFault";
    this.type = type;
    this.status = status;
  }
}

/** What the service makes of a failure inside the endpoint: a 500, with the reason. */
export function faultOf(error: unknown): GlueFault {
  if (error instanceof GlueFault) return error;
  const message =
    error instanceof EngineError || error instanceof Error ? error.message : String(error);
  return new GlueFault("InternalServiceException", message, 500);
}

export const entityNotFound = (message: string): GlueFault =>
  new GlueFault("EntityNotFoundException", message);
export const alreadyExists = (message: string): GlueFault =>
  new GlueFault("AlreadyExistsException", message);
export const invalidInput = (message: string): GlueFault =>
  new GlueFault("InvalidInputException", message);
export const illegalSessionState = (message: string): GlueFault =>
  new GlueFault("IllegalSessionStateException", message);
