import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { RunOutcome } from "./run-outcome.ts";

/**
 * Runs the selected nodes in the order of their references: schemas, on-run-start hooks, nodes on
 * `threads` lanes, on-run-end hooks. The command (`runtime.flags.which`) decides what a node does
 * and whether failing tests hold up what is downstream (`build`).
 * Emits the lines from "Concurrency" to "Finished running"; the summary after it is the caller's.
 * Rejects only when nothing could start (bad schema, failing compile of a hook); else every node
 * has a result.
 */
export function executeNodes(_invocation: Invocation): Promise<RunOutcome> {
  return Promise.reject(notSupported("executing nodes"));
}
