// Everything that CI checks, in one command: `npm run check [-- --quick]`.
// --quick leaves out the two big corpora.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const root = join(import.meta.dirname, "..");
const quick = process.argv.includes("--quick");
const npm = (...args) => ["npm", ["run", "--silent", ...args]];

const steps = [
  ["format", npm("format:check")],
  ["lint", npm("lint")],
  ["layers", npm("lint:layers")],
  ["unused code", npm("lint:unused")],
  ["types", npm("typecheck")],
  ["build", npm("build")],
  ["generated docs", npm("docs:generate", "--", "--check")],
  ["tests", ["npm", ["test"]]],
  ...(quick
    ? []
    : [
        ["real dbt, recorded", ["node", ["scripts/dbt-golden.mjs"]]],
        ["Spark's golden queries", ["node", ["scripts/spark-golden.mjs"]]],
      ]),
];

const failed = [];
for (const [name, [command, args]] of steps) {
  console.log(`\n=== ${name}: ${command} ${args.join(" ")}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${status === 0 ? "ok" : "FAILED"} in ${seconds}s`);
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? "\nall checks passed" : `\nfailed: ${failed.join(", ")}`);
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
