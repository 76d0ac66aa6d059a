import type { WorkFailure } from "../../spark/driver-protocol.ts";
import type { StatementKind } from "./statement-kind.ts";

/**
 * Another writer committed first: the table format refused the commit as a whole, so nothing of the
 * statement is there. Iceberg's CommitStateUnknownException is the opposite, and is not here.
 */
const COMMIT_CONFLICT =
  /\b(?:CommitFailedException|ValidationException: Found (?:new )?conflicting|ConcurrentAppendException|ConcurrentDeleteReadException|ConcurrentDeleteDeleteException|ConcurrentTransactionException|ConcurrentWriteException|ProtocolChangedException|MetadataChangedException|HoodieWriteConflictException|DELTA_CONCURRENT_\w+|DELTA_METADATA_CHANGED|DELTA_PROTOCOL_CHANGED)\b/;

/** The cluster or a service behind it had a bad moment. */
const BAD_MOMENT =
  /\b(?:ThrottlingException|Throttling|Rate exceeded|SlowDown|Slow Down|TooManyRequestsException|ProvisionedThroughputExceeded\w*|ConcurrentModificationException|Service Unavailable|Status Code: 50[03]|ExecutorLostFailure|FetchFailedException|Connection reset|Read timed out)\b/;

const UNKNOWN_STATE = /\bCommitStateUnknownException\b/;

/**
 * Whether a statement that Spark failed may be run again: after a commit conflict always, since
 * nothing of it was committed; after a bad moment only if running it twice does no harm.
 */
export function mayRunAgain(failure: WorkFailure, kind: StatementKind): boolean {
  const said = [failure.name, failure.errorClass, failure.cause, failure.message].join("\n");
  if (UNKNOWN_STATE.test(said)) return false;
  return COMMIT_CONFLICT.test(said) || (kind.isRepeatable && BAD_MOMENT.test(said));
}
