/** Keys that dbt_project.yml may hold at its top. */
export const PROJECT_KEYS: readonly string[] = [
  "name",
  "version",
  "config-version",
  "project-root",
  "profile",
  "model-paths",
  "seed-paths",
  "test-paths",
  "analysis-paths",
  "macro-paths",
  "snapshot-paths",
  "docs-paths",
  "asset-paths",
  "function-paths",
  "osi-paths",
  "source-paths",
  "data-paths",
  "target-path",
  "log-path",
  "clean-targets",
  "packages-install-path",
  "require-dbt-version",
  "quoting",
  "dispatch",
  "vars",
  "on-run-start",
  "on-run-end",
  "query-comment",
  "models",
  "seeds",
  "snapshots",
  "sources",
  "tests",
  "data_tests",
  "unit_tests",
  "metrics",
  "semantic-models",
  "saved-queries",
  "exposures",
  "analyses",
  "functions",
  "flags",
  "restrict-access",
  "dbt-cloud",
  "packages",
];

/** Names that dbt's templates use themselves: no project may have them. */
export const RESERVED_PROJECT_NAMES: ReadonlySet<string> = new Set(
  (
    "_sql_results adapter api column config context database env env_var exceptions execute flags " +
    "fromjson fromyaml graph invocation_id load_agate_table load_result log model modules " +
    "post_hooks pre_hooks ref render return run_started_at schema source sql sql_now " +
    "store_result store_raw_result target this tojson toyaml try_or_compiler_error var write"
  ).split(" "),
);
