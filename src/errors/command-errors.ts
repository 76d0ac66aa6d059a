import { EngineError } from "./engine-error.ts";

/** Two options that cannot be given together. */
export function optionsExclusive(one: string, other: string): EngineError {
  return new EngineError({
    code: "OPTIONS_EXCLUSIVE",
    message: `The options ${one} and ${other} exclude each other.`,
    hint: `Leave one of them out. Environment variables such as DBT_RESOURCE_TYPES count too.`,
  });
}

/** An option or argument that a command needs. */
export function optionMissing(command: string, needed: string): EngineError {
  return new EngineError({
    code: "OPTION_MISSING",
    message: `The command "${command}" needs ${needed}.`,
    hint: `dbt-glue ${command} --help shows examples.`,
  });
}

/** The user stopped the run. */
export function interrupted(): EngineError {
  return new EngineError({
    code: "INTERRUPTED",
    kind: "interrupted",
    message: "The run was interrupted. Nodes that had finished are built.",
    hint: "Run the same command again to build the rest.",
  });
}

/** `retry` without the results of an earlier run. */
export function previousRunMissing(path: string): EngineError {
  return new EngineError({
    code: "PREVIOUS_RUN_MISSING",
    message: `There is no earlier run to retry: "${path}" does not exist.`,
    hint: "Run a command such as dbt-glue build first, or name the folder of its artifacts with --state.",
  });
}

/** A command whose runs `retry` cannot repeat. */
export function notRetryable(command: string): EngineError {
  return new EngineError({
    code: "NOT_RETRYABLE",
    message: `The last run was "${command}", which cannot be retried.`,
  });
}

/** `clean` was asked to delete something that it should not. */
export function protectedCleanTarget(path: string, reason: string): EngineError {
  return new EngineError({
    code: "CLEAN_TARGET_PROTECTED",
    message: `"${path}" in clean-targets is not deleted: ${reason}.`,
    place: { path: "dbt_project.yml" },
    hint: "--no-clean-project-files-only allows paths outside the project.",
  });
}

/** A project name that `init` cannot take. */
export function projectNameUnusable(name: string): EngineError {
  return new EngineError({
    code: "PROJECT_NAME_UNUSABLE",
    message: `"${name}" cannot be the name of a project: letters, digits and underscores are allowed, and a letter or underscore comes first.`,
  });
}

/** `init` would write into something that is there. */
export function projectExists(path: string): EngineError {
  return new EngineError({
    code: "PROJECT_EXISTS",
    message: `The folder "${path}" is there already.`,
    hint: "Choose another name, or delete the folder first.",
  });
}

/** A file of an earlier run that does not read. */
export function artifactUnreadable(path: string, reason: string, cause?: unknown): EngineError {
  return new EngineError({
    code: "ARTIFACT_UNREADABLE",
    message: `"${path}" does not read as an artifact of dbt: ${reason}.`,
    cause,
  });
}

/** `--defer` without a manifest to defer to. */
export function stateManifestMissing(path: string): EngineError {
  return new EngineError({
    code: "STATE_MANIFEST_MISSING",
    message: `--defer needs the manifest of an earlier run, and "${path}" does not exist.`,
    hint: "Name the folder that holds it with --state or --defer-state.",
  });
}

/** `--defer` without a folder. */
export function deferStateMissing(): EngineError {
  return new EngineError({
    code: "DEFER_STATE_MISSING",
    message: "--defer needs --state or --defer-state: the folder with the artifacts to defer to.",
    hint: "dbt-glue build --defer --state path/to/prod/artifacts",
  });
}
