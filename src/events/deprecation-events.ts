import type { EngineEvent } from "./engine-event.ts";

/** `--models`, `--model` or `-m` instead of `--select`. */
export function modelParamUsageDeprecation(): EngineEvent {
  return deprecation(
    "ModelParamUsageDeprecation",
    "D032",
    "--models, --model and -m are old spellings of --select and -s.",
  );
}

/** `source freshness --output`. */
export function customOutputPathDeprecation(path: string): EngineEvent {
  return deprecation(
    "CustomOutputPathInSourceFreshnessDeprecation",
    "D029",
    `The option --output of source freshness ("${path}") will go; sources.json is always written to the target folder.`,
  );
}

/** A variable in the part of the environment that belongs to dbt. */
export function environmentVariableNamespaceDeprecation(name: string): EngineEvent {
  return deprecation(
    "EnvironmentVariableNamespaceDeprecation",
    "D036",
    `The environment variable "${name}" is none of dbt's; names that start with DBT_ENGINE are reserved.`,
  );
}

/** Which deprecations occurred, and how often. */
export function deprecationsSummary(counts: ReadonlyMap<string, number>): EngineEvent {
  const lines = [...counts].map(
    ([name, count]) => `- ${name}: ${count} ${count === 1 ? "occurrence" : "occurrences"}`,
  );
  return deprecation(
    "DeprecationsSummary",
    "D028",
    `Deprecations of this run; --show-all-deprecations shows each one:\n${lines.join("\n")}`,
  );
}

function deprecation(name: string, code: string, message: string): EngineEvent {
  return { name, code, level: "warn", message };
}
