import { EngineError } from "./engine-error.ts";

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
