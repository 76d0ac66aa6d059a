import { describe, expect, it } from "vitest";
import { formatGaps, withFormatPreset } from "./format-preset.ts";
import type { Options } from "./read-session-settings.ts";

const PROFILE: Options = {
  glue_version: "5.0",
  location: "s3://bucket/data",
  custom_iceberg_catalog_namespace: "glue_catalog",
  iceberg_glue_commit_lock_table: "myGlueLockTable",
};

const withFormats = (formats: readonly string[], options: Options = {}): Options =>
  withFormatPreset({ ...PROFILE, ...options }, new Set(formats));

describe("a session's settings", () => {
  it("stay as they are where the formats are Spark's own", () => {
    expect(withFormats(["parquet", "orc", "csv"])).toEqual(PROFILE);
  });

  it("get what Iceberg needs, as AWS documents it", () => {
    expect(withFormats(["iceberg", "parquet"])).toMatchObject({
      datalake_formats: "iceberg",
      conf: {
        "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
        "spark.sql.catalog.glue_catalog": "org.apache.iceberg.spark.SparkCatalog",
        "spark.sql.catalog.glue_catalog.warehouse": "s3://bucket/data/",
        "spark.sql.catalog.glue_catalog.catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
        "spark.sql.catalog.glue_catalog.io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
      },
    });
  });

  it("name Iceberg's catalog as the profile does, in the account that it names", () => {
    const { conf } = withFormats(["s3tables"], {
      custom_iceberg_catalog_namespace: "lake",
      catalog_id: "222222222222",
    });
    expect(conf).toMatchObject({
      "spark.sql.catalog.lake": "org.apache.iceberg.spark.SparkCatalog",
      "spark.sql.catalog.lake.glue.id": "222222222222",
      "spark.hadoop.hive.metastore.glue.catalogid": "222222222222",
    });
  });

  it("put Iceberg into Spark's own catalog where it has none of its own", () => {
    const { conf } = withFormats(["iceberg"], { custom_iceberg_catalog_namespace: null });
    expect(conf).toMatchObject({
      "spark.sql.catalog.spark_catalog": "org.apache.iceberg.spark.SparkSessionCatalog",
      "spark.sql.catalog.spark_catalog.catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
    });
  });

  it("lock Iceberg's commits on Glue 3.0, which cannot tell them apart", () => {
    expect(withFormats(["iceberg"], { glue_version: "3.0" }).conf).toMatchObject({
      "spark.sql.catalog.glue_catalog.lock-impl": "org.apache.iceberg.aws.glue.DynamoLockManager",
      "spark.sql.catalog.glue_catalog.lock.table": "myGlueLockTable",
    });
    expect(withFormats(["iceberg"]).conf).not.toHaveProperty([
      "spark.sql.catalog.glue_catalog.lock-impl",
    ]);
  });

  it("get what all formats of one project need", () => {
    const all = withFormats(["iceberg", "hudi", "delta"]);
    expect(all.datalake_formats).toBe("delta,hudi,iceberg");
    expect(all.conf).toMatchObject({
      "spark.sql.extensions":
        "io.delta.sql.DeltaSparkSessionExtension,org.apache.spark.sql.hudi.HoodieSparkSessionExtension,org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
      "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
      "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
      "spark.sql.hive.convertMetastoreParquet": "false",
    });
    expect(withFormats(["hudi"]).conf).toMatchObject({
      "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.hudi.catalog.HoodieCatalog",
    });
  });

  it("never change what the user has set", () => {
    const mine = {
      "spark.sql.extensions": "my.Extension",
      "spark.sql.catalog.glue_catalog": "my.Catalog",
      "spark.serializer": "my.Serializer",
    };
    const { conf, datalake_formats } = withFormats(["iceberg", "hudi"], {
      conf: mine,
      datalake_formats: "iceberg",
    });
    expect(conf).toMatchObject(mine);
    expect(conf).not.toHaveProperty(["spark.sql.catalog.glue_catalog.io-impl"]);
    expect(datalake_formats).toBe("iceberg");
  });

  it("keep a user's conf in the packed form, and in default_arguments", () => {
    for (const given of [
      { conf: "spark.a=1 --conf spark.b=x=y" },
      { default_arguments: { "--conf": "spark.a=1 --conf spark.b=x=y" } },
    ])
      expect(withFormats(["delta"], given).conf).toMatchObject({
        "spark.a": "1",
        "spark.b": "x=y",
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
      });
  });

  it("get no libraries beside jars that the user brings", () => {
    expect(withFormats(["iceberg"], { extra_jars: "s3://b/iceberg.jar" })).not.toHaveProperty(
      "datalake_formats",
    );
  });
});

describe("gaps in a user's own settings", () => {
  const gapsOf = (formats: readonly string[], options: Options): string[] =>
    formatGaps({ ...PROFILE, ...options }, new Set(formats));

  it("are none where the profile leaves it to the preset", () => {
    expect(gapsOf(["delta", "iceberg", "hudi"], {})).toEqual([]);
  });

  it("are named: a library, an extension, a catalog", () => {
    expect(
      gapsOf(["delta", "iceberg"], {
        datalake_formats: "iceberg",
        conf: {
          "spark.sql.extensions":
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
          "spark.sql.catalog.spark_catalog": "my.Catalog",
        },
      }),
    ).toEqual([
      'datalake_formats is "iceberg" and lacks delta.',
      "spark.sql.extensions lacks io.delta.sql.DeltaSparkSessionExtension, which delta needs.",
      "spark.sql.catalog.spark_catalog is my.Catalog, and delta needs org.apache.spark.sql.delta.catalog.DeltaCatalog.",
    ]);
  });
});
