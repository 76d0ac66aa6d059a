/** One target of profiles.yml, rendered and validated. */
export interface Profile {
  readonly profileName: string;
  readonly targetName: string;
  readonly threads: number;
  readonly schema: string;
  readonly credentials: GlueCredentials;
  /** What templates see as `target`: no secrets. */
  readonly target: Readonly<Record<string, unknown>>;
}

/** How statements reach Spark. */
export type ConnectionMethod = "session" | "spark_connect" | "local";

/**
 * Every option of the Glue profile, in the profile's own names. Options that only one method
 * uses are validated for all of them.
 */
export interface GlueCredentials {
  readonly type: "glue";
  readonly method: ConnectionMethod;
  readonly schema: string;
  /** Always null: on Spark a database is a schema. */
  readonly database: null;
  /**
   * S3 URI; for `local` always the absolute path of the DuckDB file. Empty where the profile has
   * none.
   */
  readonly location: string;
  readonly [option: string]: unknown;
}
