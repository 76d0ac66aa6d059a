import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { RunOutcome } from "./run-outcome.ts";

export type OperationRequest =
  | {
      readonly kind: "macro";
      readonly macro: string;
      readonly args: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "sql"; readonly sql: string };

/**
 * `run-operation`: calls one macro (`name` or `package.name`), or runs one statement. A macro that
 * is not there rejects; a macro that fails gives a result with status `error`.
 */
export function runOperation(
  _invocation: Invocation,
  _request: OperationRequest,
): Promise<RunOutcome> {
  return Promise.reject(notSupported("run-operation"));
}
