import { EngineError } from "./engine-error.ts";

/** A broken invariant of this program, never the user's fault. */
export function bug(message: string, cause?: unknown): EngineError {
  return new EngineError({
    code: "BUG",
    kind: "bug",
    message,
    hint: "This is a fault of dbt-glue, not of your project. Report it with the command you ran and logs/dbt.log.",
    cause,
  });
}
