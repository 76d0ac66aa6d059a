import type { SparkType } from "./spark-type.ts";

/**
 * What one Spark SQL statement asks of the engine. Queries and expressions inside are DuckDB SQL
 * (fields called `duckSql`); everything that DuckDB has no word for stays data.
 */
export type Translation =
  | QueryTranslation
  | DmlTranslation
  | InsertTranslation
  | CreateTableTranslation
  | CreateTableLikeTranslation
  | CreateViewTranslation
  | DropTranslation
  | SchemaTranslation
  | AlterTableTranslation
  | AlterViewTranslation
  | CommentTranslation
  | ShowTranslation
  | DescribeTranslation
  | SessionTranslation
  | NoOpTranslation;

/** A relation as written, without the catalog's name (`spark_catalog.db.t` is `db`, `t`). */
export interface RelationName {
  readonly schema?: string;
  readonly name: string;
}

export interface OutputColumn {
  /** As Spark names it: `id`, `count(1)`, `(a + 1)`. */
  readonly name: string;
  /** Kind `unknown` where the front end does not know: ask the engine. */
  readonly type: SparkType;
  /** The comment of the table's column that this one is. */
  readonly comment?: string;
}

export interface TranslatedQuery {
  /** One DuckDB query without a closing semicolon. */
  readonly duckSql: string;
  /** Undefined where `*` stands over a relation that the catalog does not know. */
  readonly columns: readonly OutputColumn[] | undefined;
}

export interface QueryTranslation extends TranslatedQuery {
  readonly kind: "query";
}

/** UPDATE, DELETE, MERGE, TRUNCATE: one DuckDB statement; answers with the number of rows. */
export interface DmlTranslation {
  readonly kind: "update" | "delete" | "merge" | "truncate";
  readonly target: RelationName;
  readonly duckSql: string;
  /** MERGE: a DuckDB query that gives a row when several source rows change one target row. */
  readonly ambiguitySql?: string;
}

export interface PartitionValue {
  readonly column: string;
  /** A DuckDB expression; undefined for a dynamic partition column. */
  readonly duckSql?: string;
  /** The value as Spark's text (`2024-01-01`), where it is a literal. */
  readonly text?: string | null;
}

export interface InsertTranslation {
  readonly kind: "insert";
  readonly target: RelationName;
  readonly overwrite: boolean;
  /** INSERT INTO t (a, b). */
  readonly columns?: readonly string[];
  readonly byName: boolean;
  /** PARTITION (p = 1, q). Static columns are not part of the query. */
  readonly partition: readonly PartitionValue[];
  readonly ifNotExists: boolean;
  /** INSERT INTO t REPLACE WHERE condition. */
  readonly replaceWhere?: string;
  readonly query: TranslatedQuery;
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: SparkType;
  readonly duckType: string;
  readonly nullable: boolean;
  readonly comment?: string;
  /** A DuckDB expression. */
  readonly defaultSql?: string;
}

/** `bucket(16, id)`, `days(ts)`, or a plain column (`name` "identity"). */
export interface PartitionTransform {
  readonly name: string;
  readonly column: string;
  /** Spark text as written. */
  readonly text: string;
}

export interface TableOptions {
  /** `parquet`, `delta`, `iceberg`, `hudi`, `csv`, ...: as written, in lower case. */
  readonly provider?: string;
  readonly partitionedBy: readonly PartitionTransform[];
  readonly clusteredBy?: {
    readonly columns: readonly string[];
    readonly sortedBy: readonly string[];
    readonly buckets: number;
  };
  readonly options: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly location?: string;
  readonly comment?: string;
}

export interface CreateTableTranslation extends TableOptions {
  readonly kind: "create-table";
  readonly target: RelationName;
  readonly orReplace: boolean;
  /** REPLACE TABLE: the table must be there. */
  readonly mustExist: boolean;
  readonly ifNotExists: boolean;
  readonly external: boolean;
  /** Declared columns (with PARTITIONED BY (p int): those last). Empty with `query`. */
  readonly columns: readonly ColumnDefinition[];
  readonly query?: TranslatedQuery;
}

export interface CreateTableLikeTranslation extends TableOptions {
  readonly kind: "create-table-like";
  readonly target: RelationName;
  readonly source: RelationName;
  readonly ifNotExists: boolean;
}

export interface CreateViewTranslation {
  readonly kind: "create-view";
  readonly target: RelationName;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: "no" | "local" | "global";
  /** Column names with comments, where the statement lists them. */
  readonly columns?: readonly { readonly name: string; readonly comment?: string }[];
  readonly comment?: string;
  readonly properties: Readonly<Record<string, string>>;
  /** `columns` of the query carry the view's own names. */
  readonly query: TranslatedQuery;
  /** The query as the user wrote it, for SHOW CREATE TABLE and DESCRIBE EXTENDED. */
  readonly sparkSql: string;
}

export interface DropTranslation {
  readonly kind: "drop";
  readonly what: "table" | "view" | "function" | "temporary function";
  readonly target: RelationName;
  readonly ifExists: boolean;
  readonly purge: boolean;
}

export type SchemaTranslation =
  | {
      readonly kind: "create-schema";
      readonly schema: string;
      readonly ifNotExists: boolean;
      readonly comment?: string;
      readonly location?: string;
      readonly properties: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "drop-schema";
      readonly schema: string;
      readonly ifExists: boolean;
      readonly cascade: boolean;
    }
  | {
      readonly kind: "alter-schema";
      readonly schema: string;
      readonly properties?: Readonly<Record<string, string>>;
      readonly location?: string;
    };

export interface AddedColumn extends ColumnDefinition {
  /** Field names from the outside in; one for a top-level column. */
  readonly path: readonly string[];
  readonly position?: ColumnPosition;
}

/** `"first"`, or the column that it follows. */
export type ColumnPosition = "first" | { readonly after: string };

export type AlterTableAction =
  | { readonly action: "rename"; readonly to: RelationName }
  | {
      readonly action: "add-columns";
      readonly columns: readonly AddedColumn[];
      readonly ifNotExists: boolean;
    }
  | {
      readonly action: "drop-columns";
      readonly columns: readonly (readonly string[])[];
      readonly ifExists: boolean;
    }
  | {
      readonly action: "rename-column";
      readonly path: readonly string[];
      readonly to: string;
    }
  | {
      readonly action: "alter-column";
      readonly path: readonly string[];
      readonly type?: SparkType;
      readonly duckType?: string;
      readonly comment?: string;
      readonly nullable?: boolean;
      readonly position?: ColumnPosition;
      readonly setDefaultSql?: string;
      readonly dropDefault?: boolean;
    }
  | { readonly action: "replace-columns"; readonly columns: readonly ColumnDefinition[] }
  | { readonly action: "set-properties"; readonly properties: Readonly<Record<string, string>> }
  | {
      readonly action: "unset-properties";
      readonly keys: readonly string[];
      readonly ifExists: boolean;
    }
  | { readonly action: "set-location"; readonly location: string }
  | {
      readonly action: "add-partitions";
      readonly partitions: readonly (readonly PartitionValue[])[];
      readonly ifNotExists: boolean;
    }
  | {
      readonly action: "drop-partitions";
      readonly partitions: readonly (readonly PartitionValue[])[];
      /** One DuckDB condition per partition spec: what to delete. */
      readonly conditions: readonly string[];
      readonly ifExists: boolean;
    }
  /** RECOVER PARTITIONS, SET SERDE, ...: nothing to do on a laptop. */
  | { readonly action: "nothing"; readonly text: string };

export type AlterTableTranslation = {
  readonly kind: "alter-table";
  readonly target: RelationName;
} & AlterTableAction;

export type AlterViewTranslation =
  | {
      readonly kind: "alter-view";
      readonly action: "as";
      readonly target: RelationName;
      readonly query: TranslatedQuery;
      readonly sparkSql: string;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "rename";
      readonly target: RelationName;
      readonly to: RelationName;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "set-properties";
      readonly target: RelationName;
      readonly properties: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "alter-view";
      readonly action: "unset-properties";
      readonly target: RelationName;
      readonly keys: readonly string[];
      readonly ifExists: boolean;
    };

export type CommentTranslation =
  | {
      readonly kind: "comment";
      readonly on: "table";
      readonly target: RelationName;
      readonly comment: string | null;
    }
  | {
      readonly kind: "comment";
      readonly on: "column";
      readonly target: RelationName;
      readonly column: string;
      readonly comment: string | null;
    }
  | {
      readonly kind: "comment";
      readonly on: "schema";
      readonly schema: string;
      readonly comment: string | null;
    };

/** `like` is Spark's pattern (`*` any text, `|` or), undefined for all. */
export type ShowTranslation = { readonly kind: "show" } & (
  | { readonly what: "schemas"; readonly like?: string }
  | { readonly what: "tables" | "views"; readonly schema?: string; readonly like?: string }
  | {
      readonly what: "table-extended";
      readonly schema?: string;
      readonly like: string;
      readonly partition?: readonly PartitionValue[];
    }
  | { readonly what: "columns"; readonly target: RelationName }
  | { readonly what: "create-table"; readonly target: RelationName; readonly asSerde: boolean }
  | {
      readonly what: "partitions";
      readonly target: RelationName;
      readonly partition?: readonly PartitionValue[];
    }
  | { readonly what: "properties"; readonly target: RelationName; readonly key?: string }
  | {
      readonly what: "functions";
      readonly scope: "all" | "user" | "system";
      readonly like?: string;
    }
  | { readonly what: "catalogs" | "current-schema" }
);

export type DescribeTranslation = { readonly kind: "describe" } & (
  | {
      readonly what: "table";
      readonly target: RelationName;
      readonly extended: boolean;
      readonly partition?: readonly PartitionValue[];
    }
  | {
      readonly what: "column";
      readonly target: RelationName;
      readonly column: readonly string[];
      readonly extended: boolean;
    }
  | { readonly what: "schema"; readonly schema: string; readonly extended: boolean }
  | { readonly what: "function"; readonly name: string; readonly extended: boolean }
  | { readonly what: "query"; readonly query: TranslatedQuery }
);

export type SessionTranslation =
  | { readonly kind: "use"; readonly schema: string }
  /** `value` undefined: show the value; both undefined: show all. */
  | { readonly kind: "set"; readonly key?: string; readonly value?: string }
  | { readonly kind: "reset"; readonly key?: string }
  | { readonly kind: "set-time-zone"; readonly zone: string }
  | { readonly kind: "explain"; readonly query: TranslatedQuery; readonly mode: string };

/**
 * Statements that change nothing here and answer with no rows: CACHE, UNCACHE, REFRESH, ANALYZE,
 * MSCK REPAIR, OPTIMIZE, VACUUM, GRANT, REVOKE, ...
 */
export interface NoOpTranslation {
  readonly kind: "no-op";
  /** The statement's first words, in upper case: `REFRESH TABLE`. */
  readonly statement: string;
  readonly target?: RelationName;
}
