import type { Flags } from "./flags.ts";

/** How the text of an environment variable, or a value of `flags:`, becomes the flag's value. */
export type FlagKind =
  | { readonly is: "boolean" }
  | { readonly is: "string" }
  | { readonly is: "path" }
  | { readonly is: "integer" }
  | { readonly is: "list" }
  | { readonly is: "yaml" }
  | { readonly is: "choice"; readonly choices: readonly string[] };

/** Flags that the table describes: all but what is computed or belongs to one command. */
export type FlagName = Exclude<
  keyof Flags,
  | "which"
  | "invocationCommand"
  | "projectDir"
  | "command"
  | "behavior"
  | "vars"
  | "warnErrorOptions"
>;

export interface FlagRow {
  readonly name: FlagName | "projectDir" | "vars" | "warnErrorOptions";
  readonly kind: FlagKind;
  readonly default: unknown;
  /** Environment variables, best first; each DBT_X is also DBT_ENGINE_X, which wins over it. */
  readonly env?: readonly string[];
  /** May stand under `flags:` in dbt_project.yml. */
  readonly inProject?: boolean;
  /** Takes this flag's value when only that one was set. */
  readonly follows?: FlagName;
}

const boolean: FlagKind = { is: "boolean" };
const string: FlagKind = { is: "string" };
const path: FlagKind = { is: "path" };
const integer: FlagKind = { is: "integer" };
const list: FlagKind = { is: "list" };
const yaml: FlagKind = { is: "yaml" };
const logLevel: FlagKind = {
  is: "choice",
  choices: ["debug", "info", "warn", "error", "none"],
};
const logFormat: FlagKind = { is: "choice", choices: ["text", "debug", "json", "default"] };
const indirectSelection: FlagKind = {
  is: "choice",
  choices: ["eager", "cautious", "buildable", "empty"],
};

/** Every flag of dbt 1.12 that this engine reads, and its own (`local`). */
export const FLAG_TABLE: readonly FlagRow[] = [
  { name: "projectDir", kind: path, default: undefined, env: ["DBT_PROJECT_DIR"] },
  { name: "profilesDir", kind: path, default: undefined, env: ["DBT_PROFILES_DIR"] },
  { name: "profile", kind: string, default: undefined, env: ["DBT_PROFILE"] },
  { name: "target", kind: string, default: undefined, env: ["DBT_TARGET"] },
  { name: "targetPath", kind: path, default: undefined, env: ["DBT_TARGET_PATH"] },
  { name: "logPath", kind: path, default: undefined, env: ["DBT_LOG_PATH"] },
  { name: "vars", kind: yaml, default: {} },
  { name: "threads", kind: integer, default: undefined },
  { name: "local", kind: boolean, default: false, env: ["DBT_GLUE_LOCAL"] },
  { name: "select", kind: list, default: [] },
  { name: "exclude", kind: list, default: [] },
  { name: "selector", kind: string, default: undefined },
  { name: "models", kind: list, default: [] },
  { name: "resourceTypes", kind: list, default: [], env: ["DBT_RESOURCE_TYPES"] },
  { name: "excludeResourceTypes", kind: list, default: [], env: ["DBT_EXCLUDE_RESOURCE_TYPES"] },
  {
    name: "indirectSelection",
    kind: indirectSelection,
    default: "eager",
    env: ["DBT_INDIRECT_SELECTION"],
    inProject: true,
  },
  { name: "fullRefresh", kind: boolean, default: false, env: ["DBT_FULL_REFRESH"] },
  { name: "failFast", kind: boolean, default: false, env: ["DBT_FAIL_FAST"], inProject: true },
  { name: "storeFailures", kind: boolean, default: false, env: ["DBT_STORE_FAILURES"] },
  { name: "empty", kind: boolean, default: false, env: ["DBT_EMPTY"] },
  { name: "sample", kind: string, default: undefined, env: ["DBT_SAMPLE"] },
  { name: "eventTimeStart", kind: string, default: undefined, env: ["DBT_EVENT_TIME_START"] },
  { name: "eventTimeEnd", kind: string, default: undefined, env: ["DBT_EVENT_TIME_END"] },
  { name: "defer", kind: boolean, default: false, env: ["DBT_DEFER", "DBT_DEFER_TO_STATE"] },
  {
    name: "favorState",
    kind: boolean,
    default: false,
    env: ["DBT_FAVOR_STATE", "DBT_FAVOR_STATE_MODE"],
  },
  { name: "state", kind: path, default: undefined, env: ["DBT_STATE", "DBT_ARTIFACT_STATE_PATH"] },
  { name: "deferState", kind: path, default: undefined, env: ["DBT_DEFER_STATE"] },
  { name: "introspect", kind: boolean, default: true, env: ["DBT_INTROSPECT"] },
  {
    name: "populateCache",
    kind: boolean,
    default: true,
    env: ["DBT_POPULATE_CACHE"],
    inProject: true,
  },
  {
    name: "cacheSelectedOnly",
    kind: boolean,
    default: false,
    env: ["DBT_CACHE_SELECTED_ONLY"],
    inProject: true,
  },
  {
    name: "partialParse",
    kind: boolean,
    default: true,
    env: ["DBT_PARTIAL_PARSE"],
    inProject: true,
  },
  {
    name: "staticParser",
    kind: boolean,
    default: true,
    env: ["DBT_STATIC_PARSER"],
    inProject: true,
  },
  { name: "writeJson", kind: boolean, default: true, env: ["DBT_WRITE_JSON"], inProject: true },
  {
    name: "versionCheck",
    kind: boolean,
    default: true,
    env: ["DBT_VERSION_CHECK"],
    inProject: true,
  },
  { name: "warnError", kind: boolean, default: false, env: ["DBT_WARN_ERROR"], inProject: true },
  {
    name: "warnErrorOptions",
    kind: yaml,
    default: {},
    env: ["DBT_WARN_ERROR_OPTIONS"],
    inProject: true,
  },
  { name: "debug", kind: boolean, default: false, env: ["DBT_DEBUG"], inProject: true },
  { name: "quiet", kind: boolean, default: false, env: ["DBT_QUIET"] },
  { name: "print", kind: boolean, default: true, env: ["DBT_PRINT"] },
  { name: "printerWidth", kind: integer, default: 80, env: ["DBT_PRINTER_WIDTH"], inProject: true },
  { name: "useColors", kind: boolean, default: true, env: ["DBT_USE_COLORS"], inProject: true },
  {
    name: "useColorsFile",
    kind: boolean,
    default: true,
    env: ["DBT_USE_COLORS_FILE"],
    inProject: true,
    follows: "useColors",
  },
  {
    name: "logFormat",
    kind: logFormat,
    default: "default",
    env: ["DBT_LOG_FORMAT"],
    inProject: true,
  },
  {
    name: "logFormatFile",
    kind: logFormat,
    default: "debug",
    env: ["DBT_LOG_FORMAT_FILE"],
    inProject: true,
    follows: "logFormat",
  },
  { name: "logLevel", kind: logLevel, default: "info", env: ["DBT_LOG_LEVEL"], inProject: true },
  {
    name: "logLevelFile",
    kind: logLevel,
    default: "debug",
    env: ["DBT_LOG_LEVEL_FILE"],
    inProject: true,
    follows: "logLevel",
  },
  { name: "logFileMaxBytes", kind: integer, default: 10_485_760, env: ["DBT_LOG_FILE_MAX_BYTES"] },
  {
    name: "maximumSeedSizeMib",
    kind: integer,
    default: 1,
    env: ["DBT_MAXIMUM_SEED_SIZE_MIB"],
    inProject: true,
  },
  {
    name: "cleanProjectFilesOnly",
    kind: boolean,
    default: true,
    env: ["DBT_CLEAN_PROJECT_FILES_ONLY"],
  },
  { name: "macroDebugging", kind: boolean, default: false, env: ["DBT_MACRO_DEBUGGING"] },
];

/** Behaviour flags of dbt 1.12 with their defaults there. */
export const BEHAVIOR_DEFAULTS: Readonly<Record<string, boolean>> = {
  allow_jinja_file_extensions: false,
  enable_grouped_warn_error_parser_logs: false,
  enable_truthy_nulls_equals_macro: false,
  latest_version_pointer_enabled_by_default: false,
  require_all_warnings_handled_by_warn_error: true,
  require_batched_execution_for_custom_microbatch_strategy: true,
  require_corrected_analysis_fqns: false,
  require_event_names_in_deprecations: false,
  require_explicit_package_overrides_for_builtin_materializations: true,
  require_generic_test_arguments_property: true,
  require_nested_cumulative_type_params: true,
  require_ref_searches_node_package_before_root: false,
  require_resource_names_without_spaces: true,
  require_source_and_semantic_model_names_without_spaces: false,
  require_sql_header_in_test_configs: false,
  require_unique_project_resource_names: false,
  require_valid_schema_from_generate_schema_name: false,
  require_yaml_configuration_for_mf_time_spines: true,
  skip_nodes_if_on_run_start_fails: true,
  source_freshness_run_project_hooks: true,
  state_modified_compare_more_unrendered_values: true,
  state_modified_compare_vars: false,
  support_custom_ref_kwargs: false,
  use_catalogs_v2: false,
  validate_macro_args: true,
};
