// Installs and builds what is missing. Needs nothing but Node: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs npm ci when there are no packages or the lock is newer than they are. */
export function ensureInstalled() {
  checkNode();
  // A linked folder (a second checkout) is kept by whoever owns it.
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const installed = changedAt("node_modules/.package-lock.json");
  if (installed >= changedAt("package-lock.json") && installed > 0) return;
  console.log("Installing packages (npm ci) ...");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
}

/** Bundles the sources into dist/ when one of them is newer. */
export function ensureBuilt() {
  const built = changedAt("dist/cli.js");
  if (built > 0 && built >= newestSource()) return;
  console.log("Building dist/ ...");
  run(process.execPath, [join(root, "scripts/build.mjs"), "--no-types"]);
}

/** Runs a command in `cwd` with this terminal and ends this process with its exit code when it fails. */
export function run(command, args, { cwd = root } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    stdio: "inherit",
    // npm is a script on Windows.
    shell: process.platform === "win32" && command === "npm",
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 20) return;
  console.error(`dbt-glue needs Node 20 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Milliseconds since the epoch; 0 when there is no such file. */
function changedAt(path) {
  const full = join(root, path);
  return existsSync(full) ? statSync(full).mtimeMs : 0;
}

function newestSource() {
  const files = readdirSync(join(root, "src"), { recursive: true });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const times = sources.map((file) => changedAt(join("src", file)));
  return Math.max(changedAt("package.json"), changedAt("scripts/build.mjs"), ...times);
}
