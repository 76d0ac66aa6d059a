// npm run test:spark: the tests of test/spark against ONE PySpark endpoint. Makes what it needs and
// keeps it in the user's cache; where Python, Java or a registry is missing it says so and ends with 0.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";
import { sparkEnvironment } from "./spark-environment.mjs";

ensureInstalled();
const environment = sparkEnvironment();
if (environment.skipped) {
  console.log(`Skipped the tests on real Spark: ${environment.skipped}.`);
  process.exit(0);
}
ensureBuilt();
process.env.DBT_GLUE_TEST_PYTHON = environment.python;
process.env.DBT_GLUE_TEST_JARS = environment.jars;
run(process.execPath, [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "--config",
  join(root, "test/spark/vitest.config.ts"),
  ...process.argv.slice(2),
]);
