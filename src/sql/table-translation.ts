import type { SparkType } from "./spark-type.ts";
import type { RelationName, TranslatedQuery } from "./translated-query.ts";

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
