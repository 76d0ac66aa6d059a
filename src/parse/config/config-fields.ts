/** The resource types that have a config of their own. */
export type ConfigKind =
  | "model"
  | "seed"
  | "snapshot"
  | "analysis"
  | "test"
  | "operation"
  | "function"
  | "source"
  | "exposure"
  | "unit_test"
  | "metric"
  | "semantic_model"
  | "saved_query"
  | "group";

/** A config while it is put together: dbt's names, values as YAML and Jinja gave them. */
export type ConfigDict = Record<string, unknown>;

/**
 * What happens when a nearer level sets a key again: `clobber` replaces, `append` joins lists,
 * `update` merges dictionaries, `grants` replaces privilege by privilege (`+privilege` appends).
 */
export type MergeRule = "clobber" | "append" | "update" | "grants";

/** JSON-schema-like type of a value; `?` also allows null. */
export type ValueType =
  | "boolean"
  | "boolean?"
  | "string"
  | "string?"
  | "integer?"
  | "dict"
  | "strings"
  | "strings?"
  | "string or strings"
  | "string or strings?"
  | "hooks"
  | "any";

export interface ConfigField {
  readonly name: string;
  readonly initial: unknown;
  readonly type: ValueType;
  readonly merge: MergeRule;
}

/** The words that a field takes, for the few that take no others. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  access: ["private", "protected", "public"],
  on_configuration_change: ["apply", "continue", "fail"],
  on_error: ["skip_children", "continue"],
  volatility: ["deterministic", "stable", "non-deterministic"],
  type: ["scalar", "aggregate", "table"],
};

export function isChoice(name: string): boolean {
  return Object.hasOwn(CHOICES, name);
}

/** The fields of one kind, in the order in which dbt writes them. */
export function configFields(kind: ConfigKind): ReadonlyMap<string, ConfigField> {
  return FIELDS[kind];
}

export const NO_FRESHNESS: unknown = {
  warn_after: { count: null, period: null },
  error_after: { count: null, period: null },
  filter: null,
};

function field(
  name: string,
  type: ValueType,
  initial: unknown = null,
  merge: MergeRule = "clobber",
): ConfigField {
  return { name, type, initial, merge };
}

const shared = (schema: string | null): ConfigField[] => [
  field("enabled", "boolean", true),
  field("alias", "string?"),
  field("schema", "string?", schema),
  field("database", "string?"),
  field("tags", "string or strings", [], "append"),
  field("meta", "dict", {}, "update"),
  field("group", "string?"),
  field("static_analysis", "string?"),
];

const node = (materialized: string): ConfigField[] => [
  ...shared(null),
  field("materialized", "string", materialized),
  field("incremental_strategy", "string?"),
  field("batch_size", "any"),
  field("lookback", "any", 1),
  field("begin", "any"),
  field("persist_docs", "dict", {}),
  field("post-hook", "hooks", [], "append"),
  field("pre-hook", "hooks", [], "append"),
  field("quoting", "dict", {}, "update"),
  field("column_types", "dict", {}, "update"),
  field("full_refresh", "boolean?"),
  field("unique_key", "string or strings?"),
  field("on_schema_change", "string?", "ignore"),
  field("on_configuration_change", "string", "apply"),
  field("grants", "dict", {}, "grants"),
  field("packages", "strings", [], "append"),
  field("docs", "dict", { show: true, node_color: null }, "update"),
  field("contract", "dict", { enforced: false, alias_types: true }, "update"),
  field("event_time", "any"),
  field("concurrent_batches", "any"),
];

const model = [
  ...node("view"),
  field("access", "string", "protected"),
  field("freshness", "any"),
  field("on_error", "string?"),
  field("latest_version_pointer", "dict", { enabled: null, alias: null }, "update"),
];

const seed = [
  ...node("seed"),
  field("delimiter", "string", ","),
  field("quote_columns", "boolean?"),
];

const snapshot = [
  ...node("snapshot"),
  field("strategy", "string?"),
  field("target_schema", "string?"),
  field("target_database", "string?"),
  field("updated_at", "string?"),
  field("check_cols", "string or strings?"),
  field("snapshot_meta_column_names", "dict", {
    dbt_valid_to: null,
    dbt_valid_from: null,
    dbt_scd_id: null,
    dbt_updated_at: null,
    dbt_is_deleted: null,
  }),
  field("dbt_valid_to_current", "string?"),
];

const functions = [
  ...node("function"),
  field("type", "string", "scalar"),
  field("volatility", "string?"),
  field("runtime_version", "string?"),
  field("entry_point", "string?"),
  field("snowflake", "dict", { quote_args: true }),
];

const test = [
  ...shared("dbt_test__audit"),
  field("materialized", "string", "test"),
  field("severity", "string", "ERROR"),
  field("store_failures", "boolean?"),
  field("store_failures_as", "string?"),
  field("sql_header", "any"),
  field("where", "string?"),
  field("limit", "integer?"),
  field("fail_calc", "string", "count(*)"),
  field("warn_if", "string", "!= 0"),
  field("error_if", "string", "!= 0"),
];

const source = [
  field("enabled", "boolean", true),
  field("event_time", "any"),
  field("freshness", "any", NO_FRESHNESS),
  field("loaded_at_field", "string?"),
  field("loaded_at_query", "string?"),
  field("meta", "dict", {}, "update"),
  field("tags", "strings", []),
  field("static_analysis", "string?"),
];

const exposure = [
  field("enabled", "boolean", true),
  field("tags", "strings", []),
  field("meta", "dict", {}),
];

const unitTest = [
  field("tags", "string or strings", [], "append"),
  field("meta", "dict", {}, "update"),
  field("enabled", "boolean", true),
  field("static_analysis", "string?"),
];

const semantic = [
  field("enabled", "boolean", true),
  field("group", "string?"),
  field("meta", "dict", {}, "update"),
];

const savedQuery = [
  ...semantic,
  field("export_as", "string?"),
  field("schema", "string?"),
  field("cache", "dict", { enabled: false }),
];

const index = (fields: readonly ConfigField[]): ReadonlyMap<string, ConfigField> =>
  new Map(fields.map((each) => [each.name, each]));

const FIELDS: Record<ConfigKind, ReadonlyMap<string, ConfigField>> = {
  model: index(model),
  seed: index(seed),
  snapshot: index(snapshot),
  analysis: index(node("view")),
  operation: index(node("view")),
  function: index(functions),
  test: index(test),
  source: index(source),
  exposure: index(exposure),
  unit_test: index(unitTest),
  metric: index(semantic),
  semantic_model: index(semantic),
  saved_query: index(savedQuery),
  group: index([field("meta", "dict", {}, "update")]),
};
