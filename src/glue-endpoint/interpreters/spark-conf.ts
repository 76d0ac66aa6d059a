import { join } from "node:path";

const MOUNTED = "org.apache.hadoop.fs.viewfs.ViewFileSystemOverloadScheme";

/**
 * Spark settings under which parquet, Delta, Iceberg (`glue_catalog.db.t`) and Hudi work together in
 * one session on one machine, as they do on Glue 5.0. `glue_catalog` and `spark_catalog` are one
 * metastore, as on AWS: Iceberg tables stand beside the others, in the same databases.
 */
export function sparkConf(
  warehouse: string,
  jars: readonly string[],
): Readonly<Record<string, string>> {
  const base = {
    "spark.master": "local[2]",
    "spark.scheduler.mode": "FAIR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "3g",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.session.timeZone": "UTC",
    "spark.databricks.delta.snapshotPartitions": "1",
    "spark.sql.warehouse.dir": `file://${join(warehouse, "warehouse")}`,
    "spark.hadoop.javax.jdo.option.ConnectionURL": `jdbc:derby:;databaseName=${join(warehouse, "metastore")};create=true`,
    // Buckets are folders: assets/glue_buckets.py mounts them.
    "spark.hadoop.fs.s3.impl": MOUNTED,
    "spark.hadoop.fs.s3a.impl": MOUNTED,
    "spark.hadoop.fs.s3n.impl": MOUNTED,
    // Spark loads Hive apart from Iceberg and the endpoint; Derby opens a database once per JVM.
    "spark.sql.hive.metastore.sharedPrefixes": "org.apache.derby",
    "spark.hadoop.datanucleus.schema.autoCreateAll": "true",
    "spark.hadoop.hive.metastore.schema.verification": "false",
  };
  return jars.length === 0
    ? base
    : { ...base, ...formatConf(base["spark.sql.warehouse.dir"], jars) };
}

function formatConf(warehouse: string, jars: readonly string[]): Readonly<Record<string, string>> {
  return {
    "spark.jars": jars.join(","),
    "spark.sql.extensions": [
      "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
      "io.delta.sql.DeltaSparkSessionExtension",
      "org.apache.spark.sql.hudi.HoodieSparkSessionExtension",
    ].join(","),
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    "spark.sql.catalog.glue_catalog": "org.apache.iceberg.spark.SparkCatalog",
    "spark.sql.catalog.glue_catalog.type": "hive",
    "spark.sql.catalog.glue_catalog.warehouse": warehouse,
    // Hive's locks need a server; one JVM needs none.
    "spark.hadoop.iceberg.engine.hive.lock-enabled": "false",
    "spark.serializer": "org.apache.spark.serializer.KryoSerializer",
    "spark.kryo.registrator": "org.apache.spark.HoodieSparkKryoRegistrar",
  };
}
