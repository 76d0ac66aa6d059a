// npm run bench:glue: the same 40-model project through this engine and through Python's dbt-core +
// dbt-glue, against one local Glue endpoint on real Spark, with the delays of AWS put in. Prints wall
// time, API calls, statements, sessions and billed seconds side by side, and checks that both made the
// same tables.
//
//   node scripts/bench-glue.mjs [--statement-ms 300] [--call-ms 40] [--session-ms 20000] [--keep]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ensureBuilt, ensureInstalled, root } from "./prepare.mjs";
import { digestsOf, prepareTargets, warmUp } from "./bench-glue/statements.mjs";
import { writeProject } from "./bench-glue/project.mjs";
import { sparkEnvironment, virtualEnvironment } from "./spark-environment.mjs";

/** Real dbt-core 1.12 and dbt-glue from PyPI. Its parser package fetches a binary and is not needed. */
const PEER = [
  ["--no-deps", "dbt-core==1.12.6"],
  [
    ...["agate<1.15,>=1.7", "click<9,>=8.3", "daff>=1.3.46", "dbt-adapters<2,>=1.24.5"],
    ...["dbt-common<2,>=1.37.5", "dbt-extractor<=0.6,>=0.5", "dbt-protos<2,>=1.0.514"],
    ...["jinja2<4,>=3.1.3", "jsonschema<5,>=4.19.1", "mashumaro[msgpack]<3.18,>=3.9"],
    ...["metricflow<1,>=0.213", "networkx<4", "opentelemetry-api", "packaging>20.9"],
    ...["pathspec<1.1", "protobuf<8,>=6", "pydantic<3", "python-dotenv>=1.2", "pytz", "pyyaml"],
    ...["requests<3", "snowplow-tracker<2,>=1.0.2", "sqlparse<0.7,>=0.5.5"],
  ],
  ["--no-deps", "dbt-glue==1.12.4", "dbt-spark==1.11.0", "waiter"],
  ["pyarrow", "boto3", "sqlparams"],
];

const { values: options } = parseArgs({
  options: {
    "statement-ms": { type: "string", default: "300" },
    "call-ms": { type: "string", default: "40" },
    "session-ms": { type: "string", default: "20000" },
    keep: { type: "boolean", default: false },
  },
});

ensureInstalled();
ensureBuilt();
const spark = sparkEnvironment();
const peer = process.env.DBT_GLUE_BENCH_PYTHON ?? virtualEnvironment("dbt-glue", PEER);
const reason = spark.skipped ?? peer.skipped;
if (reason) {
  console.log(`Skipped the comparison on Glue: ${reason}.`);
  process.exit(0);
}

const home = mkdtempSync(join(tmpdir(), "dbt-glue-bench-"));
const { openGlueEndpoint } = await import(join(root, "dist/endpoint.js"));
const endpoint = await openGlueEndpoint({
  interpreter: "pyspark",
  warehouse: join(home, "warehouse"),
  ...spark,
  env: process.env,
  latency: {
    perStatement: Number(options["statement-ms"]),
    perCall: Number(options["call-ms"]),
    sessionStart: Number(options["session-ms"]),
  },
});
process.exitCode = 1;
try {
  process.exitCode = (await compare()) ? 0 : 1;
} finally {
  await endpoint.close();
  if (options.keep) console.log(`kept ${home}`);
  else rmSync(home, { recursive: true, force: true });
}

async function compare() {
  const ours = { name: "this project", schema: "bench_ours" };
  const theirs = { name: "dbt-core + dbt-glue", schema: "bench_theirs" };
  console.log("warming up Spark ...");
  await warmUp(endpoint.url);
  await prepareTargets(endpoint.url, [ours.schema, theirs.schema]);
  const results = [];
  for (const side of [ours, theirs]) {
    const project = join(home, side.schema);
    writeProject(project, { schema: side.schema, url: endpoint.url, ours: side === ours });
    console.log(`${side.name} builds ...`);
    results.push({
      ...side,
      ...(await measure(side === ours ? ourCommand() : theirCommand(), project)),
    });
  }
  const [a, b] = await digestsOf(
    endpoint.url,
    results.map(({ schema }) => schema),
  );
  printTable(results);
  const isSame = a === b;
  console.log(isSame ? "Both made the same tables." : `The tables differ:\n${a}\n${b}`);
  return isSame && results.every(({ status }) => status === 0);
}

function ourCommand() {
  return [process.execPath, join(root, "bin/dbt-glue.js")];
}

function theirCommand() {
  return [peer, "-m", "dbt.cli.main"];
}

async function measure([command, ...prefix], project) {
  const calls = new Map(endpoint.calls);
  const known = new Set(endpoint.sessions().map(({ id }) => id));
  const seen = new Map();
  // A session that is deleted is forgotten: its last figures are kept here.
  const watch = setInterval(note, 200);
  function note() {
    for (const session of endpoint.sessions())
      if (!known.has(session.id)) seen.set(session.id, session);
  }
  const started = performance.now();
  const status = await exitOf(command, [
    ...prefix,
    "build",
    "--project-dir",
    project,
    "--profiles-dir",
    project,
  ]);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  note();
  const since = [...endpoint.calls].map(([name, n]) => [name, n - (calls.get(name) ?? 0)]);
  return {
    status,
    seconds,
    calls: since.reduce((sum, [, n]) => sum + n, 0),
    byCall: since.filter(([, n]) => n > 0).sort((x, y) => y[1] - x[1]),
    statements: Object.fromEntries(since).RunStatement ?? 0,
    sessions: seen.size,
    // AWS bills each session by the second, a minute at least.
    billed: [...seen.values()].reduce((sum, session) => sum + Math.max(60, session.seconds), 0),
  };
}

function exitOf(command, args) {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint.url,
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    DBT_SEND_ANONYMOUS_USAGE_STATS: "false",
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: home, env, stdio: ["ignore", "pipe", "inherit"] });
    const lines = [];
    child.stdout.on("data", (chunk) => lines.push(String(chunk)));
    child.once("exit", (code) => {
      const text = lines.join("");
      console.log(code === 0 ? text.trimEnd().split("\n").at(-1) : text);
      resolve(code ?? 1);
    });
  });
}

function printTable([ours, theirs]) {
  const row = (name, unit, pick, digits = 0) => {
    const [x, y] = [pick(ours), pick(theirs)];
    const cells = [
      name,
      x.toFixed(digits) + unit,
      y.toFixed(digits) + unit,
      `${(x / y).toFixed(2)}x`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  };
  const delays = `${options["statement-ms"]} ms per statement, ${options["call-ms"]} ms per call, ${Number(options["session-ms"]) / 1000} s per session start`;
  console.log(`\n40 models and 60 tests on 4 threads; ${delays}\n`);
  console.log(`|  | ${ours.name} | ${theirs.name} | ratio |\n| --- | --- | --- | --- |`);
  row("wall time", " s", (side) => side.seconds, 1);
  row("API calls", "", (side) => side.calls);
  row("RunStatement", "", (side) => side.statements);
  row("sessions", "", (side) => side.sessions);
  row("billed session-seconds", " s", (side) => side.billed);
  for (const { name, byCall } of [ours, theirs])
    console.log(`\n${name}: ${byCall.map(([call, n]) => `${call} ${n}`).join(", ")}`);
}
