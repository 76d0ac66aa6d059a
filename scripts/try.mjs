// npm run try -- build --project-dir examples/flights: runs the command, built anew when a source has changed.
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";

ensureInstalled();
ensureBuilt();
run(process.execPath, [join(root, "bin/dbt-glue.js"), ...process.argv.slice(2)], {
  cwd: process.cwd(),
});
