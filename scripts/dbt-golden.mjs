// Replays the recorded cases of real dbt and holds a floor per area that only goes up.
//
//   node scripts/dbt-golden.mjs [--update] [--only AREA]
//
// The corpus lies outside of this repository (../shared/dbt-golden, or $DBT_GOLDEN).
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { update: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const root = resolve(import.meta.dirname, "..");
const corpus = process.env.DBT_GOLDEN ?? join(root, "../shared/dbt-golden");
const floorFile = join(root, "test/dbt-golden-floor.json");

if (!existsSync(join(corpus, "run.mjs"))) {
  console.log(`skipped: the corpus of real dbt is not at ${corpus} (set DBT_GOLDEN)`);
  process.exit(0);
}

const floor = existsSync(floorFile) ? JSON.parse(readFileSync(floorFile, "utf8")) : {};
const reached = tally(replay());
const drops = compare(reached, floor);

for (const [area, got] of Object.entries(reached)) {
  const least = floor[area];
  const note = least ? ` (floor ${least.cases} cases, ${least.checks} checks)` : "";
  console.log(
    `${area.padEnd(10)} ${got.cases}/${got.allCases} cases, ${got.checks}/${got.allChecks} checks${note}`,
  );
}
if (options.update) raise(reached);
if (drops.length > 0) {
  console.error(`\nbelow the floor:\n  ${drops.join("\n  ")}`);
  process.exit(1);
}

/** Runs the corpus' own program; a case is a map of check id -> passed. */
function replay() {
  const folder = mkdtempSync(join(tmpdir(), "dbt-golden-floor-"));
  const json = join(folder, "outcome.json");
  try {
    const run = spawnSync(
      process.execPath,
      [join(corpus, "run.mjs"), "--root", root, "--only", options.only, "--json", json],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (!existsSync(json)) {
      console.error(run.stdout + run.stderr);
      process.exit(1);
    }
    console.log(run.stdout.slice(run.stdout.lastIndexOf("\ncheck ")));
    return JSON.parse(readFileSync(json, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tally(outcome) {
  const areas = {};
  for (const [name, checks] of Object.entries(outcome)) {
    const area = (areas[name.split("/")[0]] ??= {
      ...{ cases: 0, checks: 0, allCases: 0, allChecks: 0, harness: 0 },
    });
    const results = Object.values(checks);
    area.allCases += 1;
    area.allChecks += results.length;
    area.checks += results.filter(Boolean).length;
    if (results.every(Boolean)) area.cases += 1;
    if (checks.harness === false) area.harness += 1;
  }
  return areas;
}

function compare(reached, floor) {
  const drops = [];
  for (const [area, got] of Object.entries(reached)) {
    if (got.harness > 0) drops.push(`${area}: ${got.harness} cases could not be replayed at all`);
    for (const what of ["cases", "checks"])
      if (got[what] < (floor[area]?.[what] ?? 0))
        drops.push(`${area}: ${got[what]} ${what}, the floor is ${floor[area][what]}`);
  }
  return drops;
}

function raise(reached) {
  const next = { ...floor };
  for (const [area, got] of Object.entries(reached))
    next[area] = {
      cases: Math.max(got.cases, floor[area]?.cases ?? 0),
      checks: Math.max(got.checks, floor[area]?.checks ?? 0),
    };
  writeFileSync(floorFile, `${JSON.stringify(next, null, 2)}\n`);
  console.log(`floor written to ${floorFile}`);
}
