import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { pySparkCatalogSource } from "./interpreters/pyspark-catalog-source.ts";
import { openPySparkInterpreter } from "./interpreters/pyspark-interpreter.ts";
import { startPySpark } from "./interpreters/pyspark-process.ts";
import { sparkConf } from "./interpreters/spark-conf.ts";
import { startGlueEndpoint } from "./start-glue-endpoint.ts";
import type { GlueEndpoint, GlueEndpointOptions } from "./start-glue-endpoint.ts";

export interface PySparkEndpointOptions extends Omit<
  GlueEndpointOptions,
  "startInterpreter" | "source"
> {
  /** Folder of tables, metastore and logs. */
  readonly warehouse: string;
  /** Python with pyspark 3.5 in it. */
  readonly python: string;
  /** The interpreter's program. */
  readonly program: string;
  /** Jars of Iceberg, Delta and Hudi. */
  readonly jars: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The Glue API on real PySpark: one JVM, a Spark session per Glue session, Livy's rules. */
export async function startPySparkEndpoint(options: PySparkEndpointOptions): Promise<GlueEndpoint> {
  const { warehouse, python, program, jars, env } = options;
  mkdirSync(warehouse, { recursive: true });
  const buckets = join(warehouse, "buckets");
  const spark = await startPySpark({
    python,
    program,
    env,
    conf: sparkConf(warehouse, jars),
    buckets,
    cwd: warehouse,
    log: openSync(join(warehouse, "spark.log"), "a"),
  });
  const endpoint = await startGlueEndpoint({
    ...options,
    startInterpreter: (id, argumentsOfSession) =>
      openPySparkInterpreter(spark, id, argumentsOfSession),
    source: pySparkCatalogSource(spark),
    buckets,
  });
  return {
    ...endpoint,
    async close() {
      await endpoint.close();
      await spark.close();
    },
  };
}
