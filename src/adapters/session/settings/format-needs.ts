import { isOlderVersion } from "../../spark/glue-versions.ts";

/** Table formats that Spark reads and writes only with a library and settings of its own. */
export const LIBRARY_FORMATS = ["delta", "hudi", "iceberg"] as const;
export type LibraryFormat = (typeof LIBRARY_FORMATS)[number];

/** What decides on the settings of a session's formats. */
export interface FormatFacts {
  readonly glueVersion: string;
  /** Root of the target's tables. */
  readonly location: string;
  /** Spark's catalog of Iceberg tables; undefined where they are in `spark_catalog`. */
  readonly icebergCatalog: string | undefined;
  /** Another account's Data Catalog. */
  readonly catalogId: string | undefined;
  /** DynamoDB table of Iceberg's commit locks, which Glue 3.0 needs. */
  readonly lockTable: string | undefined;
}

/** Settings of one format, as AWS's guide to Glue and the formats' own documentation have them. */
export interface FormatNeeds {
  /** One of the classes in `spark.sql.extensions`. */
  readonly extension: string;
  /** What Spark's own catalog must be; undefined where the format does not ask. */
  readonly sparkCatalog: string | undefined;
  /** A catalog beside Spark's own, which comes whole or not at all. */
  readonly catalog: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

export function formatNeeds(format: LibraryFormat, facts: FormatFacts): FormatNeeds {
  switch (format) {
    case "iceberg":
      return icebergNeeds(facts);
    case "delta":
      return deltaNeeds(facts);
    case "hudi":
      return hudiNeeds(facts);
  }
}

/** https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-iceberg.html */
function icebergNeeds(facts: FormatFacts): FormatNeeds {
  const { icebergCatalog = "spark_catalog", catalogId, lockTable } = facts;
  const catalog = `spark.sql.catalog.${icebergCatalog}`;
  const own = {
    [`${catalog}.warehouse`]: facts.location,
    [`${catalog}.catalog-impl`]: "org.apache.iceberg.aws.glue.GlueCatalog",
    [`${catalog}.io-impl`]: "org.apache.iceberg.aws.s3.S3FileIO",
    ...(catalogId === undefined ? {} : { [`${catalog}.glue.id`]: catalogId }),
    // Before Iceberg 1.0 the Data Catalog could not tell two commits at one time apart.
    ...(isOlderVersion(facts.glueVersion, "4.0") && lockTable !== undefined
      ? {
          [`${catalog}.lock-impl`]: "org.apache.iceberg.aws.glue.DynamoLockManager",
          [`${catalog}.lock.table`]: lockTable,
        }
      : {}),
  };
  const extension = "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";
  if (facts.icebergCatalog === undefined)
    return {
      extension,
      sparkCatalog: "org.apache.iceberg.spark.SparkSessionCatalog",
      catalog: {},
      settings: own,
    };
  return {
    extension,
    sparkCatalog: undefined,
    catalog: { [catalog]: "org.apache.iceberg.spark.SparkCatalog", ...own },
    settings: {},
  };
}

/** https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-delta-lake.html */
function deltaNeeds({ glueVersion }: FormatFacts): FormatNeeds {
  return {
    extension: "io.delta.sql.DeltaSparkSessionExtension",
    sparkCatalog: "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    catalog: {},
    // Later versions choose it themselves for S3.
    settings: isOlderVersion(glueVersion, "4.0")
      ? {
          "spark.delta.logStore.class": "org.apache.spark.sql.delta.storage.S3SingleDriverLogStore",
        }
      : {},
  };
}

/** https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-hudi.html */
function hudiNeeds({ glueVersion }: FormatFacts): FormatNeeds {
  return {
    extension: "org.apache.spark.sql.hudi.HoodieSparkSessionExtension",
    // Hudi's catalog needs Spark 3.2.
    sparkCatalog: isOlderVersion(glueVersion, "4.0")
      ? undefined
      : "org.apache.spark.sql.hudi.catalog.HoodieCatalog",
    catalog: {},
    settings: {
      "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
      "spark.sql.hive.convertMetastoreParquet": "false",
      ...(isOlderVersion(glueVersion, "5.0")
        ? {}
        : { "spark.kryo.registrator": "org.apache.spark.HoodieSparkKryoRegistrar" }),
    },
  };
}
