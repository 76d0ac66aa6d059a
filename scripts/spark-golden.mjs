// Replays Spark's golden results on the built package and holds each file to its floor.
//   node scripts/spark-golden.mjs [--update] [--filter REGEX]
//
// The suite lies outside of this repository (../shared/spark-golden, or $SPARK_GOLDEN).
// The floor (test/spark-golden-floor.json) is [matches, silent mismatches] per file; --update only
// raises matches and lowers mismatches.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values: options } = parseArgs({
  options: {
    update: { type: "boolean", default: false },
    filter: { type: "string", default: "." },
  },
});
const floorFile = join(root, "test", "spark-golden-floor.json");

const suite = process.env.SPARK_GOLDEN ?? join(root, "..", "shared", "spark-golden");
if (!existsSync(join(suite, "run.mjs"))) {
  console.log(`skipped: Spark's golden results are not at ${suite} (set SPARK_GOLDEN)`);
  process.exit(0);
}
if (!existsSync(join(root, "dist", "local.js"))) {
  console.error("spark-golden: dist/local.js is missing; run `npm run build` first.");
  process.exit(1);
}

const { perFile, total } = replay();
const floor = existsSync(floorFile) ? JSON.parse(readFileSync(floorFile, "utf8")) : {};
const faults = Object.entries(perFile).flatMap(([file, counts]) => faultsOf(file, counts));
if (options.update) writeFloor();
for (const fault of faults) console.error(`spark-golden: ${fault}`);
const queries = total.match + total.approx + total.mismatch + total.error + total.cascade;
console.log(
  `spark-golden: ${total.match + total.approx} of ${queries} queries match, ${total.mismatch} differ silently.`,
);
process.exit(faults.length > 0 && !options.update ? 1 : 0);

function replay() {
  const folder = mkdtempSync(join(tmpdir(), "spark-golden-"));
  try {
    const json = join(folder, "result.json");
    const executor = join(root, "test", "spark-golden-executor.mjs");
    const run = spawnSync(
      process.execPath,
      [
        join(suite, "run.mjs"),
        "--executor",
        executor,
        "--brief",
        "--json",
        json,
        "--filter",
        options.filter,
      ],
      { stdio: ["ignore", "ignore", "inherit"], cwd: root },
    );
    if (run.status !== 0) process.exit(run.status ?? 1);
    return JSON.parse(readFileSync(json, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(file, counts) {
  const known = floor[file];
  if (known === undefined) return [];
  const [matches, mismatches] = known;
  const now = counts.match + counts.approx;
  return [
    ...(now < matches ? [`${file}: ${now} queries match, ${matches} did.`] : []),
    ...(counts.mismatch > mismatches
      ? [`${file}: ${counts.mismatch} queries differ silently, ${mismatches} did.`]
      : []),
  ];
}

function writeFloor() {
  const next = { ...floor };
  for (const [file, counts] of Object.entries(perFile)) {
    const [matches, mismatches] = next[file] ?? [0, Number.POSITIVE_INFINITY];
    next[file] = [
      Math.max(matches, counts.match + counts.approx),
      Math.min(mismatches, counts.mismatch),
    ];
  }
  const lines = Object.keys(next)
    .sort()
    .map((file) => `  ${JSON.stringify(file)}: [${next[file].join(", ")}]`);
  writeFileSync(floorFile, `{\n${lines.join(",\n")}\n}\n`);
}
