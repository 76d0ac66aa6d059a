/** One square of the compatibility matrix: a resource that is built twice on each engine. */
export interface MatrixCell {
  readonly format: string;
  /** Row of the matrix, such as `incremental: merge`. */
  readonly what: string;
  /** Name of the resource, and of its table. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Columns that are compared; all but the times at which rows were written. */
  readonly columns: readonly string[];
}

export const FORMATS = ["parquet", "orc", "csv", "json", "text", "iceberg", "delta", "hudi"];
const ROW_LEVEL = ["iceberg", "delta", "hudi"];

const COLUMNS = ["id", "name", "amount", "day", "at"];
const SNAPSHOT_COLUMNS = [...COLUMNS.slice(0, 3), "dbt_valid_to is null"];

/** What a kind of cell is made of: the model's configs and its query. */
interface ModelKind {
  readonly what: string;
  readonly slug: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly sql?: string;
  readonly columns?: readonly string[];
  /** Formats that have it; all but text where left out. */
  readonly formats?: readonly string[];
}

const ALL_ROWS = "select id, name, amount, day, at from {{ ref('rows') }}";
const NEW_ROWS = `${ALL_ROWS} where {% if is_incremental() %} revision = 2 {% else %} revision = 1 {% endif %}`;
const FILES = FORMATS.filter((format) => format !== "text");
const PARTITIONED = FILES;

const KINDS: readonly ModelKind[] = [
  {
    what: "view",
    slug: "view",
    config: { materialized: "view" },
    formats: FORMATS,
    sql: "select * from {{ ref('FORMAT__table') }}",
  },
  { what: "table", slug: "table", config: { materialized: "table" }, sql: ALL_ROWS },
  {
    what: "table",
    slug: "table",
    config: { materialized: "table" },
    sql: "select name from {{ ref('rows') }}",
    columns: ["name"],
    formats: ["text"],
  },
  {
    what: "table, partition_by",
    slug: "table_partitioned",
    config: { materialized: "table", partition_by: ["day"] },
    sql: ALL_ROWS,
  },
  {
    what: "table, clustered_by",
    slug: "table_bucketed",
    config: { materialized: "table", clustered_by: "id", buckets: 2 },
    sql: ALL_ROWS,
    formats: ["parquet", "orc", "json", "csv"],
  },
  {
    what: "table, partition transforms",
    slug: "table_transforms",
    config: { materialized: "table", partition_by: ["months(at)", "bucket(4, id)"] },
    sql: ALL_ROWS,
    formats: ["iceberg"],
  },
  {
    what: "table, contract",
    slug: "table_contract",
    config: { materialized: "table", contract: { enforced: true } },
    sql: ALL_ROWS,
  },
  {
    what: "incremental: append",
    slug: "append",
    config: { materialized: "incremental", incremental_strategy: "append" },
    sql: NEW_ROWS,
  },
  {
    what: "incremental: append",
    slug: "append",
    config: { materialized: "incremental", incremental_strategy: "append" },
    sql: NEW_ROWS.replace(ALL_ROWS, "select name from {{ ref('rows') }}"),
    columns: ["name"],
    formats: ["text"],
  },
  {
    what: "incremental: insert_overwrite",
    slug: "overwrite",
    config: { materialized: "incremental", incremental_strategy: "insert_overwrite" },
    sql: NEW_ROWS,
    formats: FILES.filter((f) => f !== "hudi"),
  },
  {
    what: "incremental: insert_overwrite, partition_by",
    slug: "overwrite_partitions",
    config: {
      materialized: "incremental",
      incremental_strategy: "insert_overwrite",
      partition_by: ["day"],
    },
    sql: NEW_ROWS,
    formats: PARTITIONED.filter((f) => f !== "hudi"),
  },
  {
    what: "incremental: merge",
    slug: "merge",
    config: { materialized: "incremental", incremental_strategy: "merge", unique_key: "id" },
    sql: NEW_ROWS,
    formats: ROW_LEVEL,
  },
  {
    what: "incremental: merge, composite key",
    slug: "merge_composite",
    config: {
      materialized: "incremental",
      incremental_strategy: "merge",
      unique_key: ["id", "day"],
    },
    sql: NEW_ROWS,
    formats: ROW_LEVEL,
  },
  {
    what: "incremental: merge, no key",
    slug: "merge_no_key",
    config: { materialized: "incremental", incremental_strategy: "merge" },
    sql: NEW_ROWS,
    formats: ["iceberg", "delta"],
  },
  {
    what: "incremental: merge, chosen columns",
    slug: "merge_columns",
    config: {
      materialized: "incremental",
      incremental_strategy: "merge",
      unique_key: "id",
      merge_update_columns: ["name"],
    },
    sql: NEW_ROWS,
    formats: ["iceberg", "delta"],
  },
  {
    what: "incremental: microbatch, partition_by",
    slug: "microbatch",
    config: {
      materialized: "incremental",
      incremental_strategy: "microbatch",
      event_time: "at",
      batch_size: "year",
      begin: "2025-01-01",
      lookback: 1,
      partition_by: ["yr"],
    },
    sql: ALL_ROWS.replace("select ", "select year(at) as yr, "),
    formats: PARTITIONED.filter((f) => f !== "hudi"),
  },
  {
    what: "incremental: microbatch",
    slug: "microbatch_rows",
    config: {
      materialized: "incremental",
      incremental_strategy: "microbatch",
      event_time: "at",
      batch_size: "year",
      begin: "2025-01-01",
    },
    sql: ALL_ROWS,
    formats: ["iceberg", "delta"],
  },
  ...["ignore", "append_new_columns", "sync_all_columns"].map((mode): ModelKind => ({
    what: `incremental: on_schema_change ${mode}`,
    slug: `schema_${mode}`,
    config: { materialized: "incremental", incremental_strategy: "append", on_schema_change: mode },
    sql: "select id, name{% if is_incremental() %}, amount{% endif %} from {{ ref('rows') }} where revision = {% if is_incremental() %} 2 {% else %} 1 {% endif %}",
    columns: mode === "ignore" ? ["id", "name"] : ["id", "name", "amount"],
    formats: FILES.filter((f) => f !== "hudi"),
  })),
];

/** Every cell: models of all kinds, a seed and the snapshots that a format has. */
export function matrixCells(): readonly MatrixCell[] {
  return FORMATS.flatMap((format) => [
    ...KINDS.filter(({ formats = FILES }) => formats.includes(format)).map((kind) =>
      modelCell(format, kind),
    ),
    ...(format === "text" ? [] : [seedCell(format)]),
    ...(ROW_LEVEL.includes(format)
      ? ["timestamp", "check", "invalidate", "new_record"].map((kind) => snapshotCell(format, kind))
      : []),
  ]);
}

function modelCell(
  format: string,
  { what, slug, config, sql = ALL_ROWS, columns }: ModelKind,
): MatrixCell {
  const name = `${format}__${slug}`;
  const isHudi =
    format === "hudi" && config.materialized === "incremental" && config.unique_key === undefined;
  const settings = {
    ...config,
    file_format: format,
    tags: [format],
    ...(isHudi ? { unique_key: "id" } : {}),
  };
  const shown = columns ?? (format === "text" ? ["name"] : COLUMNS);
  return {
    format,
    what,
    name,
    columns: shown,
    files: {
      [`models/${format}/${name}.sql`]: `${sql.replace("FORMAT", format)}\n`,
      [`models/${format}/${name}.yml`]: yaml({
        models: [
          {
            name,
            description: `It's "${what}" of ${format}.`,
            config: settings,
            ...contractColumns(settings),
          },
        ],
      }),
    },
  };
}

function contractColumns(config: Readonly<Record<string, unknown>>): object {
  if (config.contract === undefined) return {};
  const types = {
    id: "bigint",
    name: "string",
    amount: "decimal(10,2)",
    day: "date",
    at: "timestamp",
  };
  return {
    columns: Object.entries(types).map(([name, data_type]) => ({
      name,
      data_type,
      description: `The ${name}'s words`,
    })),
  };
}

function seedCell(format: string): MatrixCell {
  const name = `${format}__seed`;
  return {
    format,
    what: "seed",
    name,
    columns: ["id", "name", "amount", "day", "ok"],
    files: {
      [`seeds/${name}.csv`]:
        'id,name,amount,day,ok\n1,it\'s \\ a,1.50,2024-01-01,true\n2,"b ""q""",,2024-01-02,false\n3,,3.25,,true\n',
      [`seeds/${name}.yml`]: yaml({
        seeds: [
          {
            name,
            config: {
              file_format: format,
              tags: [format],
              column_types: { amount: "decimal(10,2)", id: "bigint" },
            },
          },
        ],
      }),
    },
  };
}

function snapshotCell(format: string, kind: string): MatrixCell {
  const name = `${format}__snapshot_${kind}`;
  const config = {
    file_format: format,
    tags: [format],
    unique_key: "id",
    ...(kind === "timestamp"
      ? { strategy: "timestamp", updated_at: "at" }
      : { strategy: "check", check_cols: ["name", "amount"] }),
    ...(kind === "invalidate" || kind === "new_record" ? { hard_deletes: kind } : {}),
  };
  return {
    format,
    what: `snapshot: ${kind === "timestamp" || kind === "check" ? kind : `hard_deletes ${kind}`}`,
    name,
    columns: SNAPSHOT_COLUMNS,
    files: {
      [`snapshots/${name}.yml`]: yaml({
        snapshots: [{ name, relation: "ref('current_rows')", config }],
      }),
    },
  };
}

/** JSON is YAML. */
function yaml(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
