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

/** A node's `glue_session` that is neither a name nor a map. */
export function sessionConfig(uniqueId: string): EngineError {
  return new EngineError({
    code: "SESSION_CONFIG",
    message: `The config "glue_session" of "${uniqueId}" must be the name of a session profile, or a map of session options.`,
    hint: "For instance\n  glue_session: {worker_type: G.2X, workers: 10}",
    node: uniqueId,
  });
}

/** A session profile that the target does not have. */
export function sessionProfileUnknown(
  name: string,
  uniqueId: string,
  known: readonly string[],
): EngineError {
  return new EngineError({
    code: "SESSION_PROFILE_UNKNOWN",
    message: `"${uniqueId}" wants the session profile "${name}", which the target does not have. It has ${known.length === 0 ? "none" : known.map((each) => `"${each}"`).join(", ")}.`,
    hint: `Add it to the target in profiles.yml, for instance\n  session_profiles:\n    ${name}: {worker_type: G.2X, workers: 10}`,
    node: uniqueId,
  });
}

/** An option that no session takes. */
export function sessionOptionUnknown(
  name: string,
  where: string,
  suggestion: string | undefined,
): EngineError {
  return new EngineError({
    code: "SESSION_OPTION_UNKNOWN",
    message: `"${name}" in ${where} is no option of a Glue session.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  });
}

/** A folder of table data that must not be deleted: too wide, or not the target's own. */
export function purgeRefused(location: string, reason: string): EngineError {
  return new EngineError({
    code: "PURGE_REFUSED",
    message: `The data under "${location}" was not deleted, because ${reason}.`,
    hint: "Set location in profiles.yml to the folder that holds this target's tables.",
  });
}

/** A location that the engine should read or write, and that is not in S3. */
export function notAnS3Location(location: string): EngineError {
  return new EngineError({
    code: "LOCATION_NOT_IN_S3",
    message: `"${location}" is not a location in S3, which looks like s3://bucket/folder.`,
    hint: "Look at location in profiles.yml and at custom_location of the model.",
  });
}

/** S3 kept some of the objects that should go. */
export function s3DeleteFailed(object: string, message: string, count: number): EngineError {
  return new EngineError({
    code: "S3_DELETE_FAILED",
    kind: "database",
    message: `S3 did not delete ${count} object${count === 1 ? "" : "s"}, the first is "${object}": ${message}`,
  });
}

/** An option of the Glue profile that is not written as expected. */
export function profileValue(option: string, expected: string): EngineError {
  return new EngineError({
    code: "PROFILE_VALUE",
    message: `"${option}" in the profile must be ${expected}.`,
    hint: `Write it as a YAML map or list, for instance\n  ${option}:\n    key: value`,
  });
}

/** An option of a session that counts something. */
export function profileNumber(option: string): EngineError {
  return new EngineError({
    code: "PROFILE_NUMBER",
    message: `"${option}" of a Glue session must be a whole number of at least 1.`,
  });
}

/** An option that CreateSession needs and the profile does not have. */
export function profileOptionMissing(option: string, why: string): EngineError {
  return new EngineError({
    code: "PROFILE_OPTION_MISSING",
    message: `The profile has no "${option}", which ${why}.`,
    hint: "Add it to the target in profiles.yml, or run on the embedded engine with --local.",
  });
}

/** A Lake Formation config of a model that is not written as expected. */
export function governanceConfig(config: string, problem: string, expected: string): EngineError {
  return new EngineError({
    code: "GOVERNANCE_CONFIG",
    message: `In "${config}", ${problem}.`,
    hint: `Expected: ${expected}`,
  });
}

/** Lake Formation answered, and listed something that it did not do. */
export function lakeFormationFailed(what: string, reason: string | undefined): EngineError {
  return new EngineError({
    code: "LAKE_FORMATION_FAILED",
    kind: "database",
    message: `Lake Formation did not ${what}: ${reason ?? "it gave no reason."}`,
    hint: "Tags must exist in Lake Formation, and whoever runs dbt-glue must be allowed to grant them.",
  });
}

/** A version that Glue never had. */
export function glueVersionUnknown(version: string, known: readonly string[]): EngineError {
  return new EngineError({
    code: "GLUE_VERSION_UNKNOWN",
    message: `"glue_version" is "${version}", which is no version of Glue. There are ${known.join(", ")}.`,
    hint: 'Write it in quotes: glue_version: "5.0"',
  });
}

/** A worker type that Glue does not have. */
export function workerTypeUnknown(
  type: string,
  known: readonly string[],
  suggestion: string | undefined,
): EngineError {
  return new EngineError({
    code: "WORKER_TYPE_UNKNOWN",
    message: `"worker_type" is "${type}", which Glue does not have. There are ${known.join(", ")}.`,
    hint: suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  });
}

/** A worker type that came with a later version of Glue. */
export function workerTypeTooNew(type: string, since: string, version: string): EngineError {
  return new EngineError({
    code: "WORKER_TYPE_TOO_NEW",
    message: `Workers of type "${type}" need Glue ${since} or newer, and "glue_version" is "${version}".`,
    hint: `Set glue_version: "5.0", or choose a worker_type such as G.1X.`,
  });
}

/** A table format whose library is not in the version of Glue. */
export function formatNotInGlueVersion(format: string, version: string): EngineError {
  return new EngineError({
    code: "FORMAT_NOT_IN_GLUE_VERSION",
    message: `"datalake_formats" asks for ${format}, which Glue ${version} does not bring.`,
    hint: `Set glue_version: "5.0", or bring the library with extra_jars and leave ${format} out of datalake_formats.`,
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
