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
  readonly database: string | null;
  /** S3 URI, or for `local` the path of the DuckDB file (absolute). */
  readonly location: string;
  readonly [option: string]: unknown;
}
