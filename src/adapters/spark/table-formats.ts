/** Formats with row-level changes: MERGE, UPDATE, DELETE, CREATE OR REPLACE TABLE. */
const ROW_LEVEL = ["delta", "iceberg", "hudi"] as const;
/** Formats whose tables Spark handles as DataSource V2: columns stay in the order written. */
const VERSION_2 = ["delta", "iceberg"] as const;

/** What CREATE TABLE without USING makes: `spark.sql.legacy.createHiveTableByDefault` is on. */
export const DEFAULT_PROVIDER = "hive";

export const mergeFormats: readonly string[] = ROW_LEVEL;
/** The values of the config `file_format`; S3 Tables are Iceberg's. */
export const tableFormats: readonly string[] = [
  "text",
  "csv",
  "json",
  "jdbc",
  "parquet",
  "orc",
  "hive",
  "delta",
  "iceberg",
  "libsvm",
  "hudi",
  "s3tables",
];

export function hasRowLevelChanges(provider: string): boolean {
  return mergeFormats.includes(provider);
}

export function isVersion2(provider: string): boolean {
  return (VERSION_2 as readonly string[]).includes(provider);
}
