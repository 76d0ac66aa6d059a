// npm run test:aws: the tests of test/aws with moto (S3, STS, Lake Formation in memory). Makes a small virtual
// environment and keeps it in the user's cache, where `npm test` finds it too; without Python it says so and ends with 0.
import { join } from "node:path";
import { ensureInstalled, root, run } from "./prepare.mjs";
import { virtualEnvironment } from "./spark-environment.mjs";

ensureInstalled();
const python = virtualEnvironment("moto", [["moto[server,s3,sts]==5.2.5"]]);
if (typeof python !== "string") {
  console.log(`Skipped the tests against moto: ${python.skipped}.`);
  process.exit(0);
}
process.env.DBT_GLUE_TEST_PYTHON = python;
run(process.execPath, [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  "test/aws",
  ...process.argv.slice(2),
]);
