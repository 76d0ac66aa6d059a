import type { SparkType } from "../../../sql/spark-type.ts";

/** What Spark's catalog knows of a column. The type is Spark's, exactly. */
export interface ColumnRecord {
  readonly name: string;
  readonly type: SparkType;
  readonly nullable: boolean;
  readonly comment?: string;
  /** DEFAULT as a DuckDB expression. */
  readonly defaultSql?: string;
}

export interface PartitionRecord {
  /** `identity`, `days`, `bucket`, ... */
  readonly transform: string;
  readonly column: string;
  /** As written: `days(ts)`. */
  readonly text: string;
}

export interface BucketRecord {
  readonly columns: readonly string[];
  readonly sortedBy: readonly string[];
  readonly buckets: number;
}

/** What Spark's catalog knows of a table or view; DuckDB holds the rows and the query. */
export interface RelationRecord {
  /** Lower case, as Spark's session catalog keeps it. */
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view";
  readonly columns: readonly ColumnRecord[];
  readonly provider?: string;
  readonly external: boolean;
  readonly partitioning: readonly PartitionRecord[];
  readonly clusteredBy?: BucketRecord;
  readonly options: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly location?: string;
  readonly comment?: string;
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** A view's query in Spark SQL, as written. */
  readonly viewText?: string;
  /** The schema that was current when the view was made. */
  readonly viewSchema?: string;
  /** Partitions added by ALTER TABLE that may hold no rows, as `a=1/b=2`. */
  readonly addedPartitions?: readonly string[];
}

export interface SchemaRecord {
  readonly name: string;
  readonly comment?: string;
  readonly location?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly owner: string;
}

export type CatalogChange =
  | { readonly change: "put"; readonly relation: RelationRecord }
  | { readonly change: "remove"; readonly schema: string; readonly name: string }
  | { readonly change: "put-schema"; readonly schema: SchemaRecord }
  | { readonly change: "remove-schema"; readonly name: string };
