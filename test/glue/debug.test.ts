import { afterEach, expect, it } from "vitest";
import type { PlannedFault } from "../../src/glue-endpoint/fault-injector.ts";
import { startEmbeddedEndpoint } from "../../src/glue-endpoint/start-embedded-endpoint.ts";
import type { GlueEndpoint } from "../../src/glue-endpoint/start-glue-endpoint.ts";
import { tempProject } from "../support/temp-project.ts";
import type { CliRun } from "../support/temp-project.ts";

const ROLE = "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole";

let glue: GlueEndpoint | undefined;

afterEach(async () => {
  await glue?.close();
  glue = undefined;
});

interface Setup {
  readonly faults?: readonly PlannedFault[];
  readonly profile?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** `debug` of a profile whose location is a folder: the bucket is not what is looked at here. */
async function debug({ faults = [], profile = "", files = {} }: Setup = {}): Promise<CliRun> {
  glue = await startEmbeddedEndpoint({ warehouse: ":memory:", faults });
  const project = tempProject({
    "profiles.yml": `shop:
  target: dev
  outputs:
    dev: {type: glue, role_arn: "${ROLE}", region: eu-west-1, workers: 2, worker_type: G.1X, boto_retry_max_attempts: 1,
      schema: dev, location: "file:/tmp/lake", endpoint_url: "${glue.url}", ${profile}}
`,
    "models/a.sql": "{{ config(file_format='iceberg') }} select 1 as id",
    ...files,
  });
  return project.run("debug", { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" });
}

it("says of each thing that a run on Glue needs what it found", async () => {
  const { exitCode, stdout } = await debug();
  expect(exitCode, stdout).toBe(0);
  for (const line of [
    "profiles.yml file [OK found and valid]",
    "dbt_project.yml file [OK found and valid]",
    "  region: eu-west-1 [OK]",
    "  identity: arn:aws:",
    `  role: ${ROLE} [OK]`,
    "  database: dev is not there yet; the first run creates it [OK]",
    "  location: file:/tmp/lake (a folder) [OK]",
    "  formats: iceberg [OK]",
    "  Connection test: [OK connection ok]",
    "All checks passed!",
  ])
    expect(stdout).toContain(line);
  expect(stdout).toMatch(/ {2}session and iam:PassRole: started in \d+\.\d s \[OK\]/);
});

it("names the missing permission to pass the role, and how to give it", async () => {
  const message = `User: arn:aws:iam::123456789012:user/me is not authorized to perform: iam:PassRole on resource: ${ROLE}`;
  const { exitCode, stdout } = await debug({
    faults: [{ operation: "CreateSession", kind: "denied", at: 1, times: 99, message }],
  });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("  session and iam:PassRole: [ERROR]");
  expect(stdout).toContain("  Connection test: [ERROR]");
  expect(stdout).toContain("1 check failed:");
  expect(stdout).toContain(`needs iam:PassRole on ${ROLE}`);
});

it("reports a database that may not be looked at, and starts no session that costs money", async () => {
  const { exitCode, stdout } = await debug({
    faults: [{ operation: "GetDatabase", kind: "denied", at: 1, times: 99 }],
  });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("  database: [ERROR]");
  expect(stdout).toContain("  formats: iceberg [OK]");
  expect(stdout).not.toContain("  session and");
  expect(glue?.calls.get("CreateSession")).toBeUndefined();
});

it("reports a role and a location that are none", async () => {
  const { stdout } = await debug({ profile: "role_arn: GlueRole, location: /data" });
  expect(stdout).toContain("  role: [ERROR]");
  expect(stdout).toContain("  location: [ERROR]");
  expect(stdout).toContain("2 checks failed:");
  expect(stdout).toContain('"role_arn" is "GlueRole", which is not the ARN of a role.');
  expect(stdout).toContain('"/data" is not a location in S3');
});

it("reports settings that rule out a format of the project", async () => {
  const { exitCode, stdout } = await debug({ profile: "datalake_formats: delta" });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("  formats: [ERROR]");
  expect(stdout).toContain('datalake_formats is "delta" and lacks iceberg.');
});
