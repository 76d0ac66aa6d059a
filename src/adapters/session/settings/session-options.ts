/**
 * The options of a profile that shape a session: what a node may say in `glue_session`, and what is
 * read from its `meta` as Python's dbt-glue does.
 */
export const SESSION_OPTIONS = [
  "role_arn",
  "workers",
  "worker_type",
  "session_provisioning_timeout_in_seconds",
  "idle_timeout",
  "query_timeout_in_minutes",
  "glue_version",
  "security_configuration",
  "connections",
  "conf",
  "default_arguments",
  "extra_jars",
  "extra_py_files",
  "datalake_formats",
  "tags",
  "packages",
  "glue_session_id",
  "glue_session_reuse",
  "enable_session_per_model",
  "group_session_id",
] as const;

export type SessionOption = (typeof SESSION_OPTIONS)[number];

/** Options whose entries add to those of the profile. */
export const MERGED_OPTIONS: readonly string[] = ["conf", "default_arguments", "tags"];

export function isSessionOption(name: string): name is SessionOption {
  return (SESSION_OPTIONS as readonly string[]).includes(name);
}
