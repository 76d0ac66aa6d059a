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

/** `source-paths` and `data-paths` in dbt_project.yml. */
export function configPathRenamedDeprecation(
  old: "source-paths" | "data-paths",
  current: string,
): EngineEvent {
  const [name, code] =
    old === "source-paths"
      ? (["ConfigSourcePathDeprecation", "D003"] as const)
      : (["ConfigDataPathDeprecation", "D004"] as const);
  return deprecation(name, code, `"${old}" in dbt_project.yml is now called "${current}".`);
}

/** `log-path` and `target-path` in dbt_project.yml, other than their defaults. */
export function configPathDeprecation(key: "log-path" | "target-path"): EngineEvent {
  const [name, code] =
    key === "log-path"
      ? (["ConfigLogPathDeprecation", "D010"] as const)
      : (["ConfigTargetPathDeprecation", "D011"] as const);
  const variable = key === "log-path" ? "DBT_LOG_PATH" : "DBT_TARGET_PATH";
  return deprecation(
    name,
    code,
    `"${key}" in dbt_project.yml will go; use the option --${key} or the variable ${variable}.`,
  );
}

/** `config:` in profiles.yml. */
export function projectFlagsMovedDeprecation(): EngineEvent {
  return deprecation(
    "ProjectFlagsMovedDeprecation",
    "D013",
    '"config" in profiles.yml has moved to "flags" in dbt_project.yml.',
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
