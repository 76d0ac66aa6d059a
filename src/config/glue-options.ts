/** What a profile option holds after rendering. */
export type OptionKind =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "strings"
  /** dbt-glue packs them into one string; here a map or a list will do too, and loses nothing. */
  | "pairs"
  | "names"
  /** Names with maps of options. */
  | "profiles";

export interface GlueOption {
  readonly name: string;
  readonly kind: OptionKind;
  /** The value where the profile has none; null means "not set". */
  readonly default: string | number | boolean | null;
  /** One clause for the reference page. */
  readonly about: string;
  /** Left out of `target` and of what `dbt-glue debug` prints, as in Python's dbt-glue. */
  readonly hidden?: boolean;
  /** The smallest number it takes. */
  readonly minimum?: number;
  readonly choices?: readonly string[];
}

type Rest = Pick<GlueOption, "hidden" | "minimum" | "choices">;

const option =
  (kind: OptionKind) =>
  (name: string, fallback: GlueOption["default"], about: string, rest: Rest = {}): GlueOption => ({
    name,
    kind,
    default: fallback,
    about,
    ...rest,
  });

const text = option("string");
const integer = option("integer");
const flag = option("boolean");
const hidden = { hidden: true };

/**
 * Every option of the Glue profile: those of Python's dbt-glue 1.12 under its names and with its
 * defaults, and what this engine adds (`method`, `host`, how the client calls AWS). `type` and `threads` are dbt's own and
 * are read apart.
 */
export const GLUE_OPTIONS: readonly GlueOption[] = [
  text("method", "session", "how statements reach Spark", {
    choices: ["session", "spark_connect", "local"],
  }),
  text("role_arn", null, "the role that Glue sessions run as"),
  text("region", null, "the AWS region of Glue and Lake Formation"),
  integer("workers", null, "how many workers a session has", { minimum: 2 }),
  text("worker_type", null, "the kind of worker: G.1X, G.2X, ..."),
  text("schema", null, "the database that holds the tables; required"),
  text("temp_schema", null, "the database for temporary relations of incremental models"),
  text(
    "location",
    null,
    "the S3 folder of the tables; with `method: local` the path of the DuckDB file",
  ),
  flag(
    "root_location",
    false,
    "puts tables into `location` itself, not below a folder per schema",
    {
      hidden: true,
    },
  ),
  integer("session_provisioning_timeout_in_seconds", 120, "how long to wait for a session", {
    minimum: 1,
  }),
  integer("idle_timeout", 10, "minutes after which an idle session ends", { minimum: 1 }),
  integer("query_timeout_in_minutes", 300, "minutes after which a session ends", { minimum: 1 }),
  text("glue_version", "5.0", "the version of Glue, which decides on Spark's"),
  text("security_configuration", null, "the security configuration of sessions"),
  option("names")(
    "connections",
    null,
    "Glue connections of a session: a list, or one string with commas",
  ),
  option("pairs")(
    "conf",
    null,
    "Spark settings: a map, or one string as the job argument --conf takes it",
  ),
  option("pairs")(
    "default_arguments",
    null,
    "further job arguments: a map, or one string of key=value with commas",
  ),
  text("extra_jars", null, "the job argument --extra-jars"),
  text("extra_py_files", null, "the job argument --extra-py-files"),
  text(
    "datalake_formats",
    null,
    "table formats to load: hudi, iceberg, delta; those of the project's models unless given",
  ),
  option("pairs")(
    "tags",
    null,
    "tags of the session: a map, or one string of key=value with commas",
  ),
  text("delta_athena_prefix", null, "the prefix of tables through which Athena reads Delta"),
  text("seed_format", "parquet", "the file format of seeds"),
  text("seed_mode", "overwrite", "what happens to the rows of a seed that is there", {
    choices: ["overwrite", "append"],
  }),
  flag("enable_spark_seed_casting", false, "casts seeds to an explicit schema"),
  flag(
    "use_interactive_session_role_for_api_calls",
    false,
    "calls the Data Catalog, S3 and Lake Formation as `role_arn`",
  ),
  text("glue_session_id", null, "the name that session ids begin with"),
  flag("glue_session_reuse", false, "keeps one session for all threads and runs"),
  flag("enable_session_per_model", false, "gives each model a session of its own"),
  option("profiles")(
    "session_profiles",
    null,
    "sessions of other kinds: a map of names to session options; a model chooses with the config `glue_session`",
    hidden,
  ),
  text("group_session_id", null, "the session of a group of models; set it in a model's meta"),
  flag("use_arrow", false, "fetches results through files on S3"),
  text(
    "custom_iceberg_catalog_namespace",
    "glue_catalog",
    "Spark's catalog of Iceberg tables",
    hidden,
  ),
  option("number")(
    "statement_poll_interval",
    1,
    "the most seconds between looks at a running statement; the first looks come sooner",
    {
      minimum: 1,
    },
  ),
  text("boto_retry_mode", "adaptive", "how calls to AWS are retried", {
    choices: ["legacy", "standard", "adaptive"],
  }),
  integer("boto_retry_max_attempts", 10, "how often a call to AWS is tried", { minimum: 1 }),
  option("strings")("packages", null, "Python packages of Python models"),
  text("lf_tags", null, "accepted for old profiles, without effect"),
  text(
    "iceberg_glue_commit_lock_table",
    "myGlueLockTable",
    "the DynamoDB table of Iceberg's commit locks, on Glue 3.0",
  ),
  text("database", null, "may repeat `schema`: on Spark they are the same", hidden),
  text("project_name", null, "the project that sessions are marked with", hidden),
  text("query-comment", null, "a comment for every query, unless dbt_project.yml has one", hidden),
  text("host", null, "the endpoint of `method: spark_connect`", hidden),
  // Beyond Python's dbt-glue: how the client calls AWS.
  text("profile", null, "the AWS profile whose credentials the client uses", hidden),
  text("client_role_arn", null, "a role that the client assumes before it calls AWS", hidden),
  text("external_id", null, "the external id for assuming `client_role_arn`", hidden),
  text("catalog_id", null, "the account whose Data Catalog holds the tables", hidden),
  text(
    "endpoint_url",
    null,
    "another address of the AWS services, such as a local endpoint",
    hidden,
  ),
];
