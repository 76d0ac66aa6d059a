/** Names of the exceptions with which Glue answers for a session that cannot take statements. */
const SESSION_GONE = new Set([
  "IllegalSessionStateException",
  "InvalidInputException",
  "EntityNotFoundException",
]);

/** The exception's name as AWS spells it, or undefined for anything else. */
export function awsErrorName(error: unknown): string | undefined {
  return error instanceof Error && "$metadata" in error ? error.name : undefined;
}

/**
 * Statement calls answer alike for a session that stopped, failed, timed out or never was. Which
 * it is says GetSession.
 */
export function isSessionGone(error: unknown): error is Error {
  const name = awsErrorName(error);
  return name !== undefined && SESSION_GONE.has(name);
}
