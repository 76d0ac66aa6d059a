// npm test: installs and builds what is missing, then runs the tests. Arguments go to vitest.
import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";
import { join } from "node:path";

ensureInstalled();
ensureBuilt();
run(process.execPath, [
  join(root, "node_modules/vitest/vitest.mjs"),
  "run",
  ...process.argv.slice(2),
]);
