import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineError } from "../errors/engine-error.ts";
import { loadProject, readRawProject } from "./load-project.ts";
import type { ProjectConfig } from "./project-config.ts";

function load(yaml: string, files: Record<string, string> = {}): ProjectConfig {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  writeFileSync(join(root, "dbt_project.yml"), yaml);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return loadProject(readRawProject(root), {
    render: (text) => `<${text}>`,
    targetPath: undefined,
    logPath: undefined,
    versionCheck: true,
  });
}

function failureOf(yaml: string, files: Record<string, string> = {}): EngineError {
  try {
    load(yaml, files);
  } catch (error) {
    return error as EngineError;
  }
  return expect.unreachable("it loads");
}

test("a name alone has every default", () => {
  expect(load("name: shop\n")).toMatchObject({
    name: "shop",
    modelPaths: ["models"],
    testPaths: ["tests"],
    targetPath: "target",
    cleanTargets: ["target"],
    packagesInstallPath: "dbt_packages",
    queryComment: undefined,
    trees: { models: {}, data_tests: {} },
  });
});

test("old names of keys count, and not beside the new ones", () => {
  const old = load("name: shop\nsource-paths: [src]\ntests: {+severity: warn}\n");
  expect(old.modelPaths).toEqual(["src"]);
  expect(old.trees.data_tests).toEqual({ "+severity": "warn" });
  expect(failureOf("name: shop\ntests: {a: 1}\ndata_tests: {b: 1}\n").message).toContain(
    "data_tests",
  );
});

test("trees are rendered, hooks, vars and run hooks are not", () => {
  const project = load(
    [
      "name: shop",
      'on-run-start: "{{ start() }}"',
      'vars: {a: "{{ x }}"}',
      'models: {shop: {+schema: "{{ y }}", +pre-hook: "{{ z }}"}}',
      "",
    ].join("\n"),
  );
  expect(project.onRunStart).toEqual(["{{ start() }}"]);
  expect(project.vars).toEqual({ a: "{{ x }}" });
  expect(project.trees.models).toEqual({
    shop: { "+schema": "<{{ y }}>", "+pre-hook": "{{ z }}" },
  });
  expect(project.unrenderedTrees.models).toMatchObject({ shop: { "+schema": "{{ y }}" } });
});

test.each([
  ["without a name", "profile: x\n", "name"],
  ["with a dash in its name", "name: my-shop\n", "my-shop"],
  ["with a reserved name", "name: config\n", "config"],
  ["with an unknown key", "name: shop\nmodel-path: [m]\n", "model-path"],
  ["with a path that is no list", "name: shop\nmodel-paths: models\n", "model-paths"],
  ["with a version of words", "name: shop\nversion: banana\n", "version"],
  ["with the old form", "name: shop\nconfig-version: 1\n", "config-version"],
  ["that no dbt satisfies", "name: shop\nrequire-dbt-version: ['>2.0.0', '<1.0.0']\n", "shop"],
  ["for a later dbt", "name: shop\nrequire-dbt-version: '>=3.0.0'\n", ">=3.0.0"],
  [
    "with a dispatch that lacks its order",
    "name: shop\ndispatch: [{macro_namespace: x}]\n",
    "dispatch",
  ],
])("a project %s is refused", (_, yaml, mention) => {
  const error = failureOf(yaml);
  expect(error.message).toContain(mention);
  expect(error.place?.line).toBeGreaterThan(0);
});

test("an unknown key names the nearest known one", () => {
  expect(failureOf("name: shop\nmodel-path: [m]\n").hint).toContain('"model-paths"');
});

test("vars.yml replaces vars, and both together are an error", () => {
  const vars = { "vars.yml": "vars: {a: 2}\n" };
  expect(load("name: shop\n", vars).vars).toEqual({ a: 2 });
  expect(failureOf("name: shop\nvars: {a: 1}\n", vars).message).toContain("vars.yml");
});

test("query-comment is a text, a mapping, or null for none", () => {
  expect(load("name: shop\nquery-comment:\n").queryComment).toMatchObject({ comment: "" });
  expect(
    load("name: shop\nquery-comment: {comment: hi, append: true}\n").queryComment,
  ).toMatchObject({ comment: "hi", append: true });
});

test("selectors are read by name and shown in the manifest's form", () => {
  const yaml = "selectors:\n  - name: nightly\n    definition: '+tag:night+2'\n";
  const { selectors } = load("name: shop\n", { "selectors.yml": yaml });
  expect(selectors?.get("nightly")).toMatchObject({
    default: false,
    spec: { kind: "criterion", method: "tag", value: "night", parents: true, childrenDepth: 2 },
    manifestEntry: {
      name: "nightly",
      definition: { method: "tag", value: "night", parents: true, children: true },
    },
  });
});

test("a selector of an unknown method is refused with its place", () => {
  const yaml = "selectors:\n  - name: a\n    definition: {method: colour, value: red}\n";
  const error = failureOf("name: shop\n", { "selectors.yml": yaml });
  expect(error).toMatchObject({ code: "SELECTOR_METHOD_UNKNOWN" });
  expect(error.place).toMatchObject({ path: "selectors.yml", line: 3 });
});
