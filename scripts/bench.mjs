// Measures the command as whole processes and prints each figure as a ratio against something that
// ran beside it in the same minute: the digits drift with the machine, the ratios do not.
//
//   node scripts/bench.mjs [--runs 7] [--models 1000]
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "7" }, models: { type: "string", default: "1000" } },
});
const root = resolve(import.meta.dirname, "..");
const command = join(root, "bin/dbt-glue.js");
const example = join(root, "examples/flights");
const generator = process.env.DBT_BENCH ?? join(root, "../shared/bench/generate-project.mjs");
// NODE_EXTRA_CA_CERTS costs every Node 20 process 60 to 90 ms, ours and the bare one alike.
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

const rows = [];
compare("--version", ["--version"], { cwd: root });
compare("ls, example project", ["ls", "--quiet"], { cwd: example });
benchParse();
print();

/** Runs both in turn, so that a slow moment of the machine hits both. */
function compare(name, args, { cwd, runs = Number(options.runs) }) {
  const ours = [];
  const bare = [];
  for (let i = 0; i <= runs; i++) {
    const a = time([command, ...args], cwd);
    const b = time(["-e", "0"], cwd);
    if (i === 0) continue; // warms the file cache
    ours.push(a);
    bare.push(b);
  }
  rows.push({ name, ours: median(ours), base: median(bare), against: "bare node -e 0" });
}

function benchParse() {
  if (!existsSync(generator)) {
    console.log(`skipped: no project generator at ${generator} (set DBT_BENCH)`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "dbt-glue-bench-"));
  try {
    const made = spawnSync(process.execPath, [
      generator,
      "--models",
      options.models,
      "--out",
      folder,
    ]);
    if (made.status !== 0) throw new Error(String(made.stderr));
    const location = JSON.stringify(join(folder, "warehouse.duckdb"));
    writeFileSync(
      join(folder, "profiles.yml"),
      `bench: {target: dev, outputs: {dev: {type: glue, method: local, location: ${location}, schema: bench}}}\n`,
    );
    compare(`parse, ${options.models} models, cold`, ["parse", "--no-partial-parse"], {
      cwd: folder,
      runs: 3,
    });
    compare(`parse, ${options.models} models, nothing changed`, ["parse"], {
      cwd: folder,
      runs: 3,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whole-process wall time in milliseconds. */
function time(args, cwd) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(" ")} exited with ${status}\n${stdout}${stderr}`);
  return ms;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print() {
  for (const { name, ours, base, against } of rows)
    console.log(
      `${name.padEnd(36)} ${ours.toFixed(0).padStart(6)} ms  = ${(ours / base).toFixed(2).padStart(6)} x ` +
        `${against} (${base.toFixed(0)} ms), +${(ours - base).toFixed(0)} ms`,
    );
}
