import { expect, test } from "vitest";
import type { EngineError } from "../errors/engine-error.ts";
import type { Flags } from "./flags.ts";
import { resolveFlags } from "./resolve-flags.ts";

interface Given {
  readonly options?: Record<string, unknown>;
  readonly env?: Record<string, string>;
  readonly project?: Record<string, unknown>;
  readonly user?: Record<string, unknown>;
}

function flagsOf(given: Given): Flags {
  return resolveFlags({
    commandLine: { which: "run", invocationCommand: "dbt run", options: given.options ?? {} },
    env: given.env ?? {},
    projectDir: "/project",
    projectFlags: given.project ?? {},
    userFlags: given.user ?? {},
  });
}

function codeOf(given: Given): string {
  try {
    flagsOf(given);
  } catch (error) {
    return (error as EngineError).code;
  }
  return "none";
}

test("the command line beats the environment, which beats the project, which beats the user", () => {
  const user = { fail_fast: true };
  const project = { fail_fast: false };
  const env = { DBT_FAIL_FAST: "1" };
  expect(flagsOf({ user }).failFast).toBe(true);
  expect(flagsOf({ user, project }).failFast).toBe(false);
  expect(flagsOf({ user, project, env }).failFast).toBe(true);
  expect(flagsOf({ user, project, env, options: { failFast: false } }).failFast).toBe(false);
});

test("DBT_ENGINE_X beats DBT_X", () => {
  const env = { DBT_ENGINE_PRINTER_WIDTH: "100", DBT_PRINTER_WIDTH: "60" };
  expect(flagsOf({ env }).printerWidth).toBe(100);
});

test("an old name of a variable still counts", () => {
  expect(flagsOf({ env: { DBT_DEFER_TO_STATE: "true" } }).defer).toBe(true);
  expect(flagsOf({ env: { DBT_NO_PRINT: "true" } }).print).toBe(false);
});

test("an empty variable is not set", () => {
  expect(flagsOf({ env: { DBT_FULL_REFRESH: "" } }).fullRefresh).toBe(false);
});

test("a boolean variable takes the words that click takes", () => {
  expect(flagsOf({ env: { DBT_FULL_REFRESH: "Yes" } }).fullRefresh).toBe(true);
  expect(codeOf({ env: { DBT_FULL_REFRESH: "maybe" } })).toBe("FLAG_VALUE");
});

test("the log file follows the console unless it is told otherwise", () => {
  expect(flagsOf({}).logLevelFile).toBe("debug");
  expect(flagsOf({ options: { logLevel: "warn" } }).logLevelFile).toBe("warn");
  expect(flagsOf({ options: { logLevel: "warn", logLevelFile: "info" } }).logLevelFile).toBe(
    "info",
  );
});

test("--vars is a YAML mapping that keeps its types", () => {
  expect(flagsOf({ options: { vars: "{a: 1, b: [x, null]}" } }).vars).toEqual({
    a: 1,
    b: ["x", null],
  });
  expect(codeOf({ options: { vars: "[1]" } })).toBe("FLAG_NOT_MAPPING");
  expect(codeOf({ options: { vars: "{" } })).toBe("FLAG_NOT_MAPPING");
});

test("--warn-error and --warn-error-options exclude each other, wherever they are set", () => {
  const env = { DBT_WARN_ERROR_OPTIONS: "{error: all}" };
  expect(codeOf({ env, options: { warnError: true } })).toBe("FLAGS_EXCLUSIVE");
});

test("warn exempts only from error: all or Deprecations", () => {
  expect(codeOf({ options: { warnErrorOptions: "{warn: [A]}" } })).toBe("WARN_ERROR_OPTIONS");
  const { warnErrorOptions } = flagsOf({
    options: { warnErrorOptions: "{include: '*', exclude: [A]}" },
  });
  expect(warnErrorOptions).toEqual({ error: "all", warn: ["A"], silence: [] });
});

test("the two ends of an event time range come together and in order", () => {
  expect(codeOf({ options: { eventTimeStart: "2024-01-01" } })).toBe("FLAGS_REQUIRE_EACH_OTHER");
  const reversed = { eventTimeStart: "2024-02-01", eventTimeEnd: "2024-01-01" };
  expect(codeOf({ options: reversed })).toBe("EVENT_TIME_ORDER");
});

test("a behaviour flag of the project stands beside dbt's defaults", () => {
  const { behavior } = flagsOf({ project: { validate_macro_args: false, own_flag: true } });
  expect(behavior).toMatchObject({
    validate_macro_args: false,
    own_flag: true,
    skip_nodes_if_on_run_start_fails: true,
  });
});

test("an option of one command is kept as it came", () => {
  expect(flagsOf({ options: { output: "json", limit: 5 } }).command).toEqual({
    output: "json",
    limit: 5,
  });
});
