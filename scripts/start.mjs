// npm start: installs and builds what is missing, then builds the example project on the embedded engine.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";

ensureInstalled();
ensureBuilt();
const example = join(root, "examples/flights");
const command = join(root, "bin/dbt-glue.js");
console.log("\nexamples/flights $ dbt-glue build\n");
run(process.execPath, [command, "build"], { cwd: example });
console.log("\nexamples/flights $ dbt-glue docs generate\n");
run(process.execPath, [command, "docs", "generate"], { cwd: example });
console.log(`
The tables are in examples/flights/warehouse.duckdb. Look at one:

  cd examples/flights
  node ../../bin/dbt-glue.js show --select airport_traffic
`);
