import type { SparkType } from "./spark-type.ts";

/** What the translator asks about the world. Answers are immediate: the engine keeps a mirror. */
export interface SqlCatalog {
  readonly currentSchema: string;
  /** IANA zone of `spark.sql.session.timeZone`. */
  readonly sessionTimeZone: string;
  /** A configuration value set with SET, or undefined where Spark's default holds. */
  conf(key: string): string | undefined;
  /**
   * Columns of a table or view; undefined where there is none. `schema` undefined: a temporary view
   * first, then the current schema. Names match in any letter case.
   */
  columns(schema: string | undefined, name: string): readonly SqlColumn[] | undefined;
  /** True for a function that the user registered in the engine. */
  isUserFunction(name: string): boolean;
}

export interface SqlColumn {
  readonly name: string;
  readonly type: SparkType;
  /** Goes along where the column is selected as it is: views and CTAS keep it, as in Spark. */
  readonly comment?: string;
}
