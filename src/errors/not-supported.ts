import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/**
 * Something that dbt or Spark has and this version does not have yet.
 *
 * @param what - the construct in the user's words: `the function "from_csv"`, `Python models`
 * @param where - on what: `on the local engine`; empty where it is not there at all
 */
export function notSupported(what: string, where = "", place?: Place, hint?: string): EngineError {
  return new EngineError({
    code: "NOT_SUPPORTED",
    message: `Not supported yet${where ? ` ${where}` : ""}: ${what}.`,
    place,
    hint,
  });
}
