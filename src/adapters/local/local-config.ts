/** What the embedded engine needs to know to open a warehouse. */
export interface LocalOptions {
  /** The DuckDB file, made when missing; `:memory:` for one that is gone when it closes. */
  readonly path: string;
  /** `spark.sql.session.timeZone`; UTC, as on Glue, unless given. */
  readonly timeZone?: string;
  /** `spark.sql.*` settings that every lane starts with. */
  readonly conf?: Readonly<Record<string, string>>;
  /** Owner that new tables and databases get. */
  readonly owner?: string;
  /** DuckDB's worker threads; the number of cores unless given. */
  readonly threads?: number;
  /** DuckDB's memory limit, for instance `4GB`. */
  readonly memoryLimit?: string;
  /** Milliseconds since the epoch; for tests. */
  readonly now?: () => number;
}
