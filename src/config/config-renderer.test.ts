import { expect, test } from "vitest";
import { EngineError } from "../errors/engine-error.ts";
import { PyFloat } from "../util/python-values.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { createConfigRenderer } from "./config-renderer.ts";
import type { ConfigRendererOptions } from "./config-renderer.ts";
import { renderYamlValue } from "./render-yaml-value.ts";

const ENV = { NUM: "12", FLAG: "True", LIST: "[1, 2]", DBT_ENV_SECRET_KEY: "s3cret" };

function render(yaml: string, options: Partial<ConfigRendererOptions> = {}): unknown {
  const document = readYaml(yaml, "dbt_project.yml");
  const target = { name: "dev", threads: 4, schema: "lake" };
  const renderer = createConfigRenderer({
    vars: { level: 3, greeting: "hi {{ env_var('NUM') }}" },
    env: ENV,
    target,
    secretsAllowed: false,
    ...options,
  });
  return renderYamlValue(document.value, { document, render: renderer });
}

function failureOf(yaml: string, options: Partial<ConfigRendererOptions> = {}): EngineError {
  try {
    render(yaml, options);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  return expect.unreachable("it renders");
}

// Values observed with dbt-core 1.12.6 (dbt-golden, config/env_native).
test.each([
  ["env_var is text", `"{{ env_var('NUM') }}"`, "12"],
  ["as_number", `"{{ env_var('NUM') | as_number }}"`, 12],
  ["as_bool", `"{{ env_var('FLAG') | as_bool }}"`, true],
  ["as_native", `"{{ env_var('LIST') | as_native }}"`, [1, 2]],
  ["target keeps its types", `"{{ target.threads }}"`, 4],
  ["so does what is computed from it", `"{{ target.threads + 1 }}"`, 5],
  ["a constant is text", `"{{ 1 + 1 }}"`, "2"],
  ["a comparison is a boolean", `"{{ target.name == 'dev' }}"`, true],
  ["several parts are text", `"{{ target.threads }}{{ target.threads }}"`, "44"],
  ["a variable keeps its type", `"{{ var('level') }}"`, 3],
  ["a variable that is text is rendered", `"{{ var('greeting') }}"`, "hi 12"],
  ["a default", `"{{ var('nope', 'x') ~ env_var('NOPE', 'y') }}"`, "xy"],
  ["has_var", `"{{ var.has_var('level') }}"`, true],
  ["text without Jinja", `"5"`, "5"],
  ["the last newline of a block is gone", "|\n  two\n  lines\n", "two\nlines"],
])("%s", (_, yaml, value) => {
  expect(render(`a: ${yaml}\n`)).toEqual({ a: value });
});

test("numbers with a fraction keep being floats", () => {
  expect(render(`a: "{{ target.threads / 8 }}"\n`)).toEqual({ a: new PyFloat(0.5) });
});

test("a missing environment variable is told with its place", () => {
  const error = failureOf(`models:\n  +schema: "{{ env_var('NOPE') }}"\n`);
  expect(error.code).toBe("ENV_VAR_MISSING");
  expect(error.place).toMatchObject({ path: "dbt_project.yml", line: 2 });
});

test("a syntax error points into the file, behind the quote", () => {
  const error = failureOf(`models:\n  +schema: "{{ bad( }}"\n`);
  expect(error.place).toMatchObject({ path: "dbt_project.yml", line: 2, column: 21 });
});

test("a secret is readable in profiles alone, and whole", () => {
  const yaml = `a: "x{{ env_var('DBT_ENV_SECRET_KEY') | upper }}y"\n`;
  expect(failureOf(yaml).code).toBe("SECRET_ENV_VAR");
  const key = `a: "x{{ env_var('DBT_ENV_SECRET_KEY') }}y"\n`;
  expect(render(key, { secretsAllowed: true })).toEqual({ a: "xs3crety" });
});

test("a missing variable is an error, but none under deps", () => {
  const yaml = `a: "{{ var('nope') }}"\n`;
  expect(failureOf(yaml).message).toContain('"nope"');
  expect(render(yaml, { requireVars: false })).toEqual({ a: null });
});

test("without a profile every key of target is an empty text", () => {
  const yaml = `a: "{{ target.type in ('databricks') }}"\n`;
  expect(render(yaml, { target: "unset" })).toEqual({ a: true });
});
