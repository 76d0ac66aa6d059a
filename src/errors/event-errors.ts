import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** A warning that `--warn-error` or `warn_error_options` makes an error. */
export function warningAsError(eventName: string, message: string, place?: Place): EngineError {
  return new EngineError({
    code: "WARNING_AS_ERROR",
    message,
    place,
    hint: `This is the warning ${eventName}; --warn-error or warn_error_options makes it an error.`,
  });
}
