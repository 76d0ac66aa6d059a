import type { SparkType } from "./spark-type.ts";

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

export interface PartitionValue {
  readonly column: string;
  /** A DuckDB expression; undefined for a dynamic partition column. */
  readonly duckSql?: string;
  /** The value as Spark's text (`2024-01-01`), where it is a literal. */
  readonly text?: string | null;
}
