import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** The Glue session's interpreter answered something that the lane driver never says. */
export function adapterProtocolError(what: string, cause?: unknown): EngineError {
  return new EngineError({
    code: "SESSION_PROTOCOL",
    kind: "database",
    message: `The Glue session answered with ${what}.`,
    hint: "Stop the session with: dbt-glue session stop",
    cause,
  });
}

/** The session went away several times under the same statement. */
export function sessionLostAgain(description: string, reason: string): EngineError {
  return new EngineError({
    code: "SESSION_LOST",
    kind: "database",
    message: `"${description}" lost its Glue session several times, the last time because ${reason}.`,
    hint: "The sessions' logs are in CloudWatch under /aws-glue/sessions. A larger worker_type gives them more memory.",
  });
}

/** A session that did not become READY. */
export function sessionNotReady(sessionId: string, status: string, reason: string): EngineError {
  return new EngineError({
    code: "SESSION_NOT_READY",
    kind: "database",
    message: `The Glue session "${sessionId}" did not start: it is ${status}. ${reason}`.trim(),
    hint: "Raise session_provisioning_timeout_in_seconds in profiles.yml, or look at the role's permissions with: dbt-glue debug",
  });
}

/** The interpreter refused the driver's own code, so no SQL of the user's ran. */
export function statementFailed(name: string, value: string): EngineError {
  return new EngineError({
    code: "SESSION_STATEMENT",
    kind: "database",
    message: `The Glue session's interpreter failed: ${name}: ${value}`,
  });
}

/** Glue answered with a state that is not in its documentation; nothing is assumed about it. */
export function statementStateUnknown(what: string): EngineError {
  return new EngineError({
    code: "SESSION_STATE_UNKNOWN",
    kind: "database",
    message: `Glue answered with ${what} for a statement, so what became of it is not known.`,
  });
}

/** Spark refused or failed a statement. */
export function sparkError(facts: {
  readonly name: string;
  readonly message: string;
  readonly errorClass?: string | undefined;
  readonly hint?: string | undefined;
  /** In the statement. */
  readonly place?: Place | undefined;
}): EngineError {
  return new EngineError({
    code: facts.errorClass ?? "SPARK_ERROR",
    kind: "database",
    message: facts.message,
    hint: facts.hint,
    place: facts.place,
  });
}

/** A Python model's code raised an exception. `line` is the code's own, null where it was elsewhere. */
export function pythonModelFailed(message: string, line: number | null, code: string): EngineError {
  return new EngineError({
    code: "PYTHON_MODEL_FAILED",
    kind: "database",
    message,
    ...(line === null ? {} : { place: { path: "Python model", line, text: code } }),
  });
}

/** The session went away under a statement that writes, and nobody can tell how far it came. */
export function outcomeUnknown(description: string, reason: string): EngineError {
  return new EngineError({
    code: "SESSION_OUTCOME_UNKNOWN",
    kind: "database",
    message: `The Glue session was lost while "${description}" was writing (${reason}), so it is not known whether it was done. It was not tried again, because that could write the rows twice.`,
    hint: "Look at the relation, then run the node again.",
  });
}

/** `session stop` without the session. */
export function sessionIdMissing(): EngineError {
  return new EngineError({
    code: "SESSION_ID_MISSING",
    message: "session stop needs the id of a session.",
    hint: "dbt-glue session list shows them.",
  });
}

/** `session` commands on an engine where nothing outlives a run. */
export function sessionsUnknown(engine: string): EngineError {
  return new EngineError({
    code: "SESSIONS_UNKNOWN",
    message: `The target's engine, ${engine}, has no sessions.`,
    hint: "Choose a target with method: session, for instance with --target.",
  });
}
