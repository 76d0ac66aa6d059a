import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { GlueEndpoint, GlueEndpointOptions } from "./start-glue-endpoint.ts";

export interface OpenEndpointOptions extends Pick<
  GlueEndpointOptions,
  "port" | "latency" | "faults"
> {
  /** What runs statements: the embedded engine, or a real PySpark 3.5. */
  readonly interpreter: "embedded" | "pyspark";
  /** Folder of tables and buckets, or for the embedded engine the stem of their names. */
  readonly warehouse: string;
  /** Python with pyspark 3.5; `python3` unless given. */
  readonly python?: string | undefined;
  /** The interpreter's program, `assets/glue-repl.py`. */
  readonly program: string;
  /** Folder with the jars of Iceberg, Delta and Hudi. */
  readonly jars?: string | undefined;
  /** Environment of the Python process: it has to find Java. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Opens the endpoint with the interpreter that was asked for; loads that one only. */
export async function openEndpoint(options: OpenEndpointOptions): Promise<GlueEndpoint> {
  const { interpreter, warehouse, python = "python3", program, jars, env, ...common } = options;
  if (interpreter === "embedded") {
    const { startEmbeddedEndpoint } = await import("./start-embedded-endpoint.ts");
    return startEmbeddedEndpoint({
      ...common,
      warehouse: `${warehouse}.duckdb`,
      buckets: `${warehouse}-buckets`,
    });
  }
  const { startPySparkEndpoint } = await import("./start-pyspark-endpoint.ts");
  return startPySparkEndpoint({
    ...common,
    warehouse,
    python,
    program,
    jars: jars === undefined ? [] : jarsIn(jars),
    env,
  });
}

function jarsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jar"))
    .sort()
    .map((name) => join(folder, name));
}
