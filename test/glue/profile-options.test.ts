import { afterEach, describe, expect, it } from "vitest";
import type { Session } from "../../src/glue-endpoint/state/session.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { EmbeddedEndpointOptions } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";

let endpoint: GlueEndpoint | undefined;
afterEach(() => endpoint?.close());

const ENV = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
const BASE: Readonly<Record<string, string>> = {
  role_arn: "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
  region: "us-east-1",
  workers: "2",
  worker_type: "G.1X",
  schema: "dev",
  location: "s3://bucket/dev",
};

interface Shown {
  readonly exitCode: number;
  readonly stdout: string;
  readonly sessions: readonly Session[];
}

/** Runs one model with a profile; `options` are YAML text by name, `config` is the model's. */
async function runWith(
  options: Readonly<Record<string, string>>,
  config = "",
  more: Partial<EmbeddedEndpointOptions> = {},
): Promise<Shown> {
  endpoint = await startEmbeddedEndpoint({ warehouse: ":memory:", ...more });
  const lines = Object.entries({ ...BASE, endpoint_url: endpoint.url, ...options })
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `      ${name}: ${value}`);
  const profile = `shop:\n  target: dev\n  outputs:\n    dev:\n      type: glue\n${lines.join("\n")}\n`;
  const project = tempProject({
    "profiles.yml": profile,
    "models/a.sql": `{{ config(materialized='view'${config}) }} select 1 as id`,
  });
  const { exitCode, stdout } = await project.run("run", ENV);
  const sessions = [...endpoint.accounts.all()].flatMap((a) => [...a.sessions.values()]);
  return { exitCode, stdout, sessions };
}

const args = (found: Readonly<Record<string, string>>): object => ({ defaultArguments: found });

/** Option, its YAML, and what CreateSession is given because of it. */
const CASES: readonly (readonly [string, string, object])[] = [
  ["project_name", "shop_eu", { tags: { "dbt-glue:project": "shop_eu" } }],
  ["role_arn", "arn:aws:iam::1:role/Other", { role: "arn:aws:iam::1:role/Other" }],
  ["workers", "7", { numberOfWorkers: 7 }],
  ["worker_type", "G.2X", { workerType: "G.2X", maxCapacity: 4 }],
  ["glue_version", '"4.0"', { glueVersion: "4.0" }],
  ["glue_version", "5.1", { glueVersion: "5.1" }],
  ["idle_timeout", "3", { idleTimeout: 3 }],
  ["query_timeout_in_minutes", "60", { timeout: 60 }],
  ["security_configuration", "kms", { securityConfiguration: "kms" }],
  ["connections", "vpc, jdbc,vpc", { connections: { Connections: ["vpc", "jdbc"] } }],
  ["connections", '["vpc, with comma"]', { connections: { Connections: ["vpc, with comma"] } }],
  ["conf", "spark.a=b --conf spark.c=d=e", args({ "--conf": "spark.a=b --conf spark.c=d=e" })],
  [
    "conf",
    '{spark.a: "x, y = z", spark.on: true, spark.n: 0.5}',
    args({ "--conf": "spark.a=x, y = z --conf spark.on=true --conf spark.n=0.5" }),
  ],
  [
    "default_arguments",
    '"--enable-metrics=true, --x=1=2"',
    args({ "--enable-metrics": "true", "--x": "1=2" }),
  ],
  ["default_arguments", '{"--x": "a b,c=d"}', args({ "--x": "a b,c=d" })],
  [
    "extra_jars",
    "s3://b/a.jar,s3://b/c.jar",
    args({ "--extra-jars": "s3://b/a.jar,s3://b/c.jar" }),
  ],
  ["extra_py_files", "s3://b/a.zip", args({ "--extra-py-files": "s3://b/a.zip" })],
  ["datalake_formats", "iceberg,delta", args({ "--datalake-formats": "iceberg,delta" })],
  [
    "packages",
    "[pandas==2.0, s3://b/w.whl]",
    args({ "--additional-python-modules": "pandas==2.0,s3://b/w.whl" }),
  ],
  ["tags", "team=data,cost=a=b", { tags: { team: "data", cost: "a=b" } }],
  ["tags", '{team: "a, b", cost: 5}', { tags: { team: "a, b", cost: "5" } }],
  [
    "glue_session_id",
    "nightly",
    { id: expect.stringMatching(/^nightly__GlueInteractiveSessionRole__/) as unknown },
  ],
];

describe("a profile's option reaches CreateSession", () => {
  it.each(CASES)("%s: %s", async (name, yaml, expected) => {
    const { sessions, stdout } = await runWith({ [name]: yaml });
    expect(sessions, stdout).toHaveLength(1);
    expect(sessions[0]?.settings).toMatchObject(expected);
  });

  it("always turns the Data Catalog on, and says who asks", async () => {
    const { sessions } = await runWith({});
    expect(sessions[0]?.settings).toMatchObject({
      ...args({ "--enable-glue-datacatalog": "true" }),
      glueVersion: "5.0",
      idleTimeout: 10,
      timeout: 300,
      command: { Name: "glueetl", PythonVersion: "3" },
      description: expect.stringContaining("project=shop") as unknown,
    });
  });

  it.each([
    ["1", 1],
    ["3", 3],
  ])("boto_retry_max_attempts: %s calls that often", async (attempts, calls) => {
    const faults = [{ operation: "GetDatabases", kind: "error500", at: 1, times: 9 }] as const;
    const options = { boto_retry_mode: "standard", boto_retry_max_attempts: attempts };
    const { exitCode } = await runWith(options, "", { faults });
    expect(exitCode).not.toBe(0);
    expect(endpoint?.calls.get("GetDatabases")).toBe(calls);
  });

  it("statement_poll_interval looks less often at a statement that takes long", async () => {
    const latency = { perStatement: 3600 };
    await runWith({ statement_poll_interval: "1" }, "", { latency });
    const often = endpoint?.calls.get("GetStatement") ?? 0;
    await endpoint?.close();
    await runWith({ statement_poll_interval: "20" }, "", { latency });
    expect(endpoint?.calls.get("GetStatement") ?? 0).toBeLessThan(often);
  });

  it("glue_session_reuse keeps the session under its plain name", async () => {
    const { sessions } = await runWith({ glue_session_id: "kept", glue_session_reuse: "true" });
    expect(sessions.map((s) => [s.settings.id, s.status])).toEqual([["kept", "READY"]]);
  });

  it.each([
    ["enable_session_per_model", { enable_session_per_model: "true" }, ""],
    ["meta: enable_session_per_model", {}, ", meta={'enable_session_per_model': true}"],
  ])("%s names the session after the model", async (_, options, config) => {
    const { sessions } = await runWith(options, config);
    expect(sessions.map((s) => [s.settings.id, s.status])).toEqual([
      ["dbt-glue__model_shop_a", "STOPPED"],
    ]);
  });

  it.each([
    ["AWS_REGION", { AWS_REGION: "eu-west-1" }],
    ["AWS_DEFAULT_REGION", { AWS_DEFAULT_REGION: "eu-west-1" }],
  ])("region comes from %s where the profile has none", async (_, env) => {
    Object.assign(ENV, env);
    try {
      await runWith({ region: "" });
      expect([...(endpoint?.accounts.all() ?? [])].map((a) => a.region)).toEqual(["eu-west-1"]);
    } finally {
      for (const name of Object.keys(env)) Reflect.deleteProperty(ENV, name);
    }
  });
});

describe("a model's own session", () => {
  it.each([
    ["meta, as in dbt-glue", {}, ", meta={'workers': 3, 'idle_timeout': 2, 'owner': 'ann'}"],
    ["a map", {}, ", glue_session={'workers': 3, 'idle_timeout': 2}"],
    [
      "a session profile",
      { session_profiles: "{big: {workers: 3, idle_timeout: 2}}" },
      ", glue_session='big'",
    ],
    [
      "a profile with changes",
      { session_profiles: "{big: {workers: 9, idle_timeout: 2}}" },
      ", glue_session={'profile': 'big', 'workers': 3}",
    ],
  ])("by %s", async (_, options, config) => {
    const { sessions, stdout } = await runWith(options, config);
    expect(sessions, stdout).toHaveLength(1);
    expect(sessions[0]?.settings).toMatchObject({ numberOfWorkers: 3, idleTimeout: 2 });
  });

  it("adds to the target's conf", async () => {
    const { sessions } = await runWith(
      { conf: "{spark.a: 1}" },
      ", glue_session={'conf': {'spark.b': '2'}}",
    );
    expect(sessions[0]?.settings).toMatchObject(args({ "--conf": "spark.a=1 --conf spark.b=2" }));
  });

  it("is a group's by meta.group_session_id", async () => {
    const { sessions } = await runWith({}, ", meta={'group_session_id': 'nightly.1'}");
    expect(sessions.map((s) => s.settings.id)).toEqual(["dbt-glue__nightly_1"]);
  });

  it("leaves meta alone that is not about sessions", async () => {
    const { sessions } = await runWith({}, ", meta={'tags': ['pii'], 'connections': {'a': 1}}");
    expect(sessions[0]?.settings.connections).toBeUndefined();
  });

  it.each([
    ["SESSION_PROFILE_UNKNOWN", ", glue_session='huge'"],
    ["SESSION_OPTION_UNKNOWN", ", glue_session={'worker': 3}"],
    ["PROFILE_NUMBER", ", glue_session={'workers': 'many'}"],
  ])("%s where it is not written as expected", async (code, config) => {
    const { exitCode, stdout, sessions } = await runWith({}, config);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(code);
    expect(sessions).toEqual([]);
  });
});

describe("what Glue would refuse is refused at once", () => {
  it.each([
    ["GLUE_VERSION_UNKNOWN", { glue_version: '"1.7"' }],
    ["WORKER_TYPE_UNKNOWN", { worker_type: "G.3X" }],
    ["WORKER_TYPE_TOO_NEW", { glue_version: '"2.0"', worker_type: "G.8X" }],
    ["FORMAT_NOT_IN_GLUE_VERSION", { glue_version: '"2.0"', datalake_formats: "iceberg" }],
    ["PROFILE_OPTION_MISSING", { region: "" }],
    ["PROFILE_OPTION_MISSING", { role_arn: "" }],
  ])("%s: %j", async (code, options) => {
    const { exitCode, stdout, sessions } = await runWith(options);
    expect(exitCode).not.toBe(0);
    expect(stdout).toContain(code);
    expect(sessions).toEqual([]);
  });
});
