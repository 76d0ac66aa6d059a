import { defineConfig } from "vitest/config";

/** One PySpark endpoint serves all files, one after another: a JVM takes most of a machine. */
export default defineConfig({
  test: {
    include: ["test/spark/**/*.spark.ts"],
    globalSetup: ["test/spark/start-endpoint.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    isolate: false,
  },
});
