/** Formats with row-level changes: MERGE, UPDATE, DELETE, CREATE OR REPLACE TABLE. */
const ROW_LEVEL = ["delta", "iceberg", "hudi"] as const;
/** Formats whose tables Spark handles as DataSource V2: columns stay in the order written. */
const VERSION_2 = ["delta", "iceberg"] as const;

/** What CREATE TABLE without USING makes: `spark.sql.legacy.createHiveTableByDefault` is on. */
export const DEFAULT_PROVIDER = "hive";

export const mergeFormats: readonly string[] = ROW_LEVEL;
export const replaceFormats: readonly string[] = ["delta", "iceberg"];

export function hasRowLevelChanges(provider: string): boolean {
  return mergeFormats.includes(provider);
}

export function isVersion2(provider: string): boolean {
  return (VERSION_2 as readonly string[]).includes(provider);
}
