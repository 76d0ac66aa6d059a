/** What a profile option holds after rendering. */
export type OptionKind = "string" | "integer" | "number" | "boolean" | "strings";

export interface GlueOption {
  readonly name: string;
  readonly kind: OptionKind;
  /** The value where the profile has none; null means "not set". */
  readonly default: string | number | boolean | null;
  /** Templates see it in `target`, and `dbt-glue debug` prints it. */
  readonly shown: boolean;
  /** The smallest number it takes. */
  readonly minimum?: number;
  readonly choices?: readonly string[];
}

const options = (
  shown: boolean,
  kind: OptionKind,
  rows: Readonly<Record<string, GlueOption["default"]>>,
): readonly GlueOption[] =>
  Object.entries(rows).map(([name, value]) => ({ name, kind, default: value, shown }));

/**
 * Every option of the Glue profile: those of Python's dbt-glue 1.12 under its names and with its
 * defaults, and what this engine adds (`method`, `host`). `type` and `threads` are dbt's own and
 * are read apart.
 */
export const GLUE_OPTIONS: readonly GlueOption[] = [
  {
    name: "method",
    kind: "string",
    default: "session",
    shown: true,
    choices: ["session", "spark_connect", "local"],
  },
  ...options(true, "string", {
    role_arn: null,
    region: null,
    worker_type: null,
    schema: null,
    temp_schema: null,
    location: null,
    extra_jars: null,
    glue_version: "5.0",
    security_configuration: null,
    connections: null,
    conf: null,
    extra_py_files: null,
    delta_athena_prefix: null,
    tags: null,
    seed_format: "parquet",
    default_arguments: null,
    iceberg_glue_commit_lock_table: "myGlueLockTable",
    lf_tags: null,
    glue_session_id: null,
    datalake_formats: null,
    group_session_id: null,
  }),
  {
    name: "seed_mode",
    kind: "string",
    default: "overwrite",
    shown: true,
    choices: ["overwrite", "append"],
  },
  {
    name: "boto_retry_mode",
    kind: "string",
    default: "adaptive",
    shown: true,
    choices: ["legacy", "standard", "adaptive"],
  },
  { name: "workers", kind: "integer", default: null, shown: true, minimum: 2 },
  {
    name: "session_provisioning_timeout_in_seconds",
    kind: "integer",
    default: 120,
    shown: true,
    minimum: 1,
  },
  { name: "idle_timeout", kind: "integer", default: 10, shown: true, minimum: 1 },
  { name: "query_timeout_in_minutes", kind: "integer", default: 300, shown: true, minimum: 1 },
  { name: "statement_poll_interval", kind: "number", default: 1, shown: true, minimum: 1 },
  { name: "boto_retry_max_attempts", kind: "integer", default: 10, shown: true, minimum: 1 },
  ...options(true, "boolean", {
    use_interactive_session_role_for_api_calls: false,
    glue_session_reuse: false,
    enable_session_per_model: false,
    use_arrow: false,
    enable_spark_seed_casting: false,
  }),
  { name: "packages", kind: "strings", default: null, shown: true },
  { name: "root_location", kind: "boolean", default: false, shown: false },
  ...options(false, "string", {
    database: null,
    custom_iceberg_catalog_namespace: "glue_catalog",
    project_name: null,
    "query-comment": null,
    host: null,
  }),
];
