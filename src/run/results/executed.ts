import { bug } from "../../errors/bug.ts";
import { EngineError } from "../../errors/engine-error.ts";
import { renderError } from "../../errors/render-error.ts";
import type { BatchResults, RunStatus } from "../../manifest/run-result.ts";
import type { JsonObject } from "../../util/json.ts";
import { isInterruption } from "./is-interruption.ts";

/** What executing one node gave, before times and names are added to it. */
export interface Executed {
  readonly status: RunStatus;
  readonly message: string | null;
  readonly response: JsonObject;
  readonly failures: number | null;
  readonly batches?: BatchResults;
}

/** What a node's failure leaves; an interruption is no failure and is thrown on. */
export function failedBy(
  error: unknown,
  node: { readonly unique_id: string; readonly original_file_path: string },
): Executed {
  const known = error instanceof EngineError ? error : bug(String(error), error);
  if (isInterruption(known)) throw known;
  const placed = known.with({ place: { path: node.original_file_path }, node: node.unique_id });
  return { status: "error", message: renderError(placed), response: {}, failures: null };
}
