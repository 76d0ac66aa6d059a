import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineError } from "../errors/engine-error.ts";
import { loadProfile } from "./load-profile.ts";
import type { LoadProfileOptions } from "./load-profile.ts";
import type { Profile } from "./profile.ts";

const GLUE = "type: glue, schema: lake, location: s3://bucket/lake";

function load(yaml: string, options: Partial<LoadProfileOptions> = {}): Profile {
  const profilesDir = mkdtempSync(join(tmpdir(), "profiles-"));
  writeFileSync(join(profilesDir, "profiles.yml"), yaml);
  return loadProfile({
    profilesDir,
    profileName: "shop",
    target: undefined,
    threads: undefined,
    local: false,
    projectDir: "/project",
    targetPath: "target",
    render: (text) => text,
    ...options,
  });
}

function output(options: string): string {
  return `shop: {target: dev, outputs: {dev: {${options}}}}\n`;
}

function failureOf(yaml: string, options: Partial<LoadProfileOptions> = {}): EngineError {
  try {
    load(yaml, options);
  } catch (error) {
    return error as EngineError;
  }
  return expect.unreachable("it loads");
}

test("every option has dbt-glue's default", () => {
  const { credentials, threads } = load(output(GLUE));
  expect(threads).toBe(1);
  expect(credentials).toMatchObject({
    method: "session",
    schema: "lake",
    database: null,
    location: "s3://bucket/lake",
    glue_version: "5.0",
    idle_timeout: 10,
    seed_mode: "overwrite",
    boto_retry_max_attempts: 10,
  });
});

test("target shows the options and dbt's own names, without what could be a secret", () => {
  const { target } = load(output(`${GLUE}, threads: 3`));
  expect(target).toMatchObject({
    type: "glue",
    schema: "lake",
    threads: 3,
    name: "dev",
    target_name: "dev",
    profile_name: "shop",
  });
  expect(target).not.toHaveProperty("database");
  expect(target).not.toHaveProperty("custom_iceberg_catalog_namespace");
});

test("an unknown option names the nearest known one, with its place and without any value of the file", () => {
  const error = failureOf(output(`${GLUE}, worker_typ: G.1X`));
  expect(error).toMatchObject({ code: "PROFILE_OPTION_UNKNOWN" });
  expect(error.hint).toContain('"worker_type"');
  expect(error.place).toMatchObject({ line: 1 });
  expect(error.place?.text).not.toContain("bucket");
});

test("text where a number belongs has the hint to convert it", () => {
  expect(failureOf(output(`${GLUE}, workers: '2'`)).hint).toContain("as_number");
  expect(failureOf(output(`${GLUE}, use_arrow: 'true'`)).hint).toContain("as_bool");
});

test("a number below its limit is an error", () => {
  const error = failureOf(output(`${GLUE}, statement_poll_interval: 0.5`));
  expect(error.message).toContain("at least 1");
});

test("a version that YAML reads as a number is meant as text", () => {
  expect(load(output(`${GLUE}, glue_version: 4.0`)).credentials.glue_version).toBe("4.0");
});

test("database may only repeat schema", () => {
  expect(load(output(`${GLUE}, database: lake`)).credentials.database).toBeNull();
  expect(failureOf(output(`${GLUE}, database: other`)).code).toBe("PROFILE_FILE");
});

test("a target that is not there lists those that are", () => {
  const error = failureOf(output(GLUE), { target: "devv" });
  expect(error).toMatchObject({ code: "TARGET_NOT_FOUND" });
  expect(error.hint).toContain('"dev"');
});

test("a profile that is not there lists those that are", () => {
  expect(failureOf("shops: {outputs: {}}\n").hint).toContain('"shops"');
});

test("method local takes its file from the project's folder", () => {
  const local = output("type: glue, method: local, schema: lake, location: warehouse.duckdb");
  expect(load(local).credentials.location).toBe("/project/warehouse.duckdb");
});

test("--local runs any target on a file in the target folder", () => {
  const { credentials } = load(output(GLUE), { local: true });
  expect(credentials).toMatchObject({
    method: "local",
    location: "/project/target/dev.duckdb",
    schema: "lake",
  });
});

test("only the chosen output is rendered", () => {
  const yaml = `shop: {target: dev, outputs: {dev: {${GLUE}}, prod: {region: "{{ boom }}"}}}\n`;
  const render = (text: string): unknown => {
    return expect.unreachable(`rendered ${text}`);
  };
  expect(load(yaml, { render }).targetName).toBe("dev");
});

test("another adapter's profile is refused by its type", () => {
  expect(failureOf(output("type: postgres, schema: x")).message).toContain('"postgres"');
});
