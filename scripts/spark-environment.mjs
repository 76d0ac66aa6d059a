// A Python with pyspark 3.5 and the jars of Iceberg, Delta and Hudi: made once, kept in the user's
// cache, shared by test:spark and bench:glue. Answers a reason instead where something is missing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** Versions that work together in one Spark session; Glue 5.0 runs this Spark. */
const JARS = [
  "org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10.0",
  "io.delta:delta-spark_2.12:3.3.2",
  "io.delta:delta-storage:3.3.2",
  "org.apache.hudi:hudi-spark3.5-bundle_2.12:1.0.2",
];
const PYSPARK = "pyspark==3.5.4";
/** What code for Glue sessions finds there, and clients for the tests. */
const TEST_TOOLS = ["boto3", "awscli", "pandas", "pyarrow"];

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "dbt-glue-test");

/**
 * `{ python, jars }`, or `{ skipped: reason }`. DBT_GLUE_TEST_PYTHON and DBT_GLUE_TEST_JARS name
 * ones that are there already.
 */
export function sparkEnvironment() {
  if (!works("java", ["-version"]))
    return { skipped: "there is no Java (17 is what Spark 3.5 needs)" };
  const python =
    process.env.DBT_GLUE_TEST_PYTHON ?? virtualEnvironment("spark", [[PYSPARK, ...TEST_TOOLS]]);
  if (typeof python !== "string") return python;
  const jars = process.env.DBT_GLUE_TEST_JARS ?? fetchJars(python);
  return typeof jars === "string" ? { python, jars } : jars;
}

/**
 * The python of a virtual environment with these packages.
 *
 * @param steps - arguments of one `pip install` each
 */
export function virtualEnvironment(name, steps) {
  const system = ["python3.11", "python3", "python"].find((each) =>
    works(each, ["-c", "import venv"]),
  );
  if (!system) return { skipped: "there is no Python 3 (3.11 is what Glue 5.0 runs)" };
  const key = createHash("sha256").update(JSON.stringify(steps)).digest("hex").slice(0, 8);
  const home = join(cache, `${name}-${key}`);
  const python = join(home, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (existsSync(join(home, "complete"))) return python;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  console.log(`Making a virtual environment in ${home} (once) ...`);
  if (!runs(system, ["-m", "venv", home])) return { skipped: "python -m venv failed" };
  for (const packages of steps)
    if (!runs(python, ["-m", "pip", "install", "--quiet", ...packages]))
      return { skipped: `pip could not install ${packages.join(" ")}` };
  writeFileSync(join(home, "complete"), "");
  return python;
}

function fetchJars(python) {
  const folder = join(cache, "jars");
  if (existsSync(join(folder, "complete"))) return folder;
  mkdirSync(folder, { recursive: true });
  console.log(`Fetching Iceberg, Delta and Hudi into ${folder} (once) ...`);
  const missing = works("mvn", ["--version"])
    ? JARS.find((jar) => !fetchWithMaven(jar, folder))
    : fetchWithIvy(python, folder);
  if (missing) return { skipped: `${missing} could not be fetched` };
  writeFileSync(join(folder, "complete"), "");
  return folder;
}

function fetchWithMaven(artifact, folder) {
  // An empty folder of its own: no project file of this machine has a say.
  return runs(
    "mvn",
    ["-q", "-B", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`],
    { cwd: tmpdir() },
  );
}

/** Spark's own way: it resolves the packages when a session starts. Undefined when all came. */
function fetchWithIvy(python, folder) {
  const ivy = join(cache, "ivy");
  const program = `
from pyspark.sql import SparkSession
SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.jars.ivy", ${JSON.stringify(ivy)}).config("spark.jars.packages", ${JSON.stringify(JARS.join(","))}).getOrCreate().stop()
import glob, shutil
for jar in glob.glob(${JSON.stringify(join(ivy, "jars", "*.jar"))}): shutil.copy(jar, ${JSON.stringify(folder)})
`;
  return runs(python, ["-c", program]) ? undefined : JARS.join(", ");
}

function works(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function runs(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    ...options,
  });
  return status === 0;
}
