import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPySparkEndpoint } from "../../src/glue-endpoint/start-pyspark-endpoint.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly endpointUrl: string;
  }
}

/** Starts the endpoint that all files use; its tables are gone afterwards. */
export default async function startEndpoint(project: TestProject): Promise<() => Promise<void>> {
  const { DBT_GLUE_TEST_PYTHON: python = "python3", DBT_GLUE_TEST_JARS: jars } = process.env;
  const warehouse = mkdtempSync(join(tmpdir(), "dbt-glue-spark-"));
  const endpoint = await startPySparkEndpoint({
    warehouse,
    python,
    program: join(import.meta.dirname, "../../assets/glue-repl.py"),
    jars: jars === undefined ? [] : jarsIn(jars),
    env: process.env,
  });
  project.provide("endpointUrl", endpoint.url);
  return async () => {
    await endpoint.close();
    rmSync(warehouse, { recursive: true, force: true });
  };
}

function jarsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jar"))
    .map((name) => join(folder, name));
}
