import { expect, test } from "vitest";
import { createEventBus } from "../../events/event-bus.ts";
import type { GraphResource, Manifest } from "../../manifest/manifest.ts";
import { compareWithState } from "./compare-with-state.ts";
import type { StateCheck } from "./state-checks.ts";

// What counts as a change was observed with dbt-core 1.12.6 (dbt-golden, selection/state_*).

type Fields = Record<string, unknown>;

function model(fields: Fields = {}): Fields {
  return {
    unique_id: "model.shop.a",
    resource_type: "model",
    package_name: "shop",
    name: "a",
    original_file_path: "models/a.sql",
    fqn: ["shop", "a"],
    raw_code: "select 1",
    description: "",
    columns: {},
    config: { materialized: "table" },
    unrendered_config: { materialized: "table" },
    depends_on: { macros: ["macro.shop.m"], nodes: [] },
    contract: { enforced: false, checksum: null },
    constraints: [],
    version: null,
    latest_version: null,
    access: "protected",
    deprecation_date: null,
    ...fields,
  };
}

function seed(fields: Fields = {}): Fields {
  const checksum = { name: "sha256", checksum: "1" };
  return { ...model({ resource_type: "seed", raw_code: "" }), checksum, ...fields };
}

function manifestOf(node: Fields, macro = "1"): Manifest {
  const id = String(node.unique_id);
  const macros = {
    "macro.shop.m": { macro_sql: "m", depends_on: { macros: ["macro.shop.inner"] } },
    "macro.shop.inner": { macro_sql: macro, depends_on: { macros: [] } },
  };
  const section =
    node.resource_type === "source" ? { sources: { [id]: node } } : { nodes: { [id]: node } };
  const empty = {
    nodes: {},
    sources: {},
    exposures: {},
    metrics: {},
    unit_tests: {},
    semantic_models: {},
    saved_queries: {},
    functions: {},
  };
  return { ...empty, ...section, macros } as unknown as Manifest;
}

function check(name: StateCheck, now: Fields, old: Fields, warnings: string[] = []): boolean {
  const events = createEventBus();
  events.listen((event) => warnings.push(event.name));
  const comparison = { manifest: manifestOf(now), earlier: manifestOf(old), events };
  return compareWithState(name, comparison)(now as unknown as GraphResource);
}

test.each<[string, Fields, boolean]>([
  ["nothing", {}, false],
  ["the body", { raw_code: "select 2" }, true],
  ["a config as written", { unrendered_config: { materialized: "view" } }, true],
  ["meta", { unrendered_config: { materialized: "table", meta: { a: 1 } } }, true],
  ["tags", { unrendered_config: { materialized: "table", tags: ["x"] } }, false],
  ["the group", { unrendered_config: { materialized: "table", group: "g" } }, false],
  ["the alias", { unrendered_config: { materialized: "table", alias: "b" } }, true],
  ["the folder", { fqn: ["shop", "x", "a"] }, true],
  ["a description", { description: "new" }, false],
  ["access", { access: "public" }, true],
  ["what the config renders to", { config: { materialized: "view" } }, false],
])("with %s changed, a model is modified: %#", (_, change, expected) => {
  expect(check("modified", model(change), model())).toBe(expected);
  expect(check("unmodified", model(change), model())).toBe(!expected);
});

test("a description counts once it is persisted", () => {
  const config = { materialized: "table", persist_docs: { relation: true } };
  expect(check("modified", model({ config, description: "new" }), model({ config }))).toBe(true);
});

test("a changed macro counts, also below the macros that are called", () => {
  const events = createEventBus();
  const now = model();
  const comparison = { manifest: manifestOf(now, "2"), earlier: manifestOf(now, "1"), events };
  const resource = now as unknown as GraphResource;
  expect(compareWithState("modified.macros", comparison)(resource)).toBe(true);
  expect(compareWithState("modified.body", comparison)(resource)).toBe(false);
});

test("a new model is new and modified", () => {
  const other = model({ unique_id: "model.shop.b" });
  expect(check("new", model(), other)).toBe(true);
  expect(check("old", model(), other)).toBe(false);
  expect(check("modified", model(), other)).toBe(true);
});

test("the parts tell which change it was", () => {
  const alias = model({ unrendered_config: { materialized: "table", alias: "b" } });
  expect(check("modified.relation", alias, model())).toBe(true);
  expect(check("modified.configs", alias, model())).toBe(false);
});

test("a seed is compared by its checksum, and warns when that is only its path", () => {
  const other = { name: "sha256", checksum: "2" };
  expect(check("modified", seed({ checksum: other }), seed())).toBe(true);
  const path = { checksum: { name: "path", checksum: "seeds/a.csv" } };
  const warnings: string[] = [];
  expect(check("modified", seed(path), seed(path), warnings)).toBe(false);
  expect(check("modified", seed(path), seed(), warnings)).toBe(true);
  expect(warnings).toEqual(["SeedExceedsLimitSamePath", "SeedIncreased"]);
});

test("a removed column breaks a contract: a warning, and an error of a versioned model", () => {
  const column = { name: "x", data_type: "int", constraints: [] };
  const old = { contract: { enforced: true, checksum: "1" }, columns: { x: column } };
  const now = { contract: { enforced: true, checksum: "2" }, columns: {} };
  const warnings: string[] = [];
  expect(check("modified.contract", model(now), model(old), warnings)).toBe(true);
  expect(warnings).toEqual(["UnversionedBreakingChange"]);
  expect(() => check("modified.contract", model({ ...now, version: 1 }), model(old))).toThrow(
    expect.objectContaining({ code: "CONTRACT_BROKEN" }),
  );
});

test("a wider type of a column breaks nothing", () => {
  const columns = (type: string): Fields => ({
    columns: { x: { name: "x", data_type: type, constraints: [] } },
  });
  const old = { contract: { enforced: true, checksum: "1" }, ...columns("varchar(3)") };
  const now = { contract: { enforced: true, checksum: "2" }, ...columns("VARCHAR(10)") };
  const warnings: string[] = [];
  expect(check("modified.contract", model(now), model(old), warnings)).toBe(true);
  expect(warnings).toEqual([]);
});

test("a source is modified by its relation, not by being new", () => {
  const source = (fields: Fields = {}): Fields => ({
    unique_id: "source.shop.raw.t",
    resource_type: "source",
    fqn: ["shop", "raw", "t"],
    unrendered_database: null,
    unrendered_schema: "raw",
    identifier: "t",
    config: { enabled: true },
    unrendered_config: {},
    ...fields,
  });
  expect(check("modified", source(), source())).toBe(false);
  expect(check("modified", source({ identifier: "u" }), source())).toBe(true);
  expect(check("modified", source({ description: "new", tags: ["x"] }), source())).toBe(false);
  expect(check("modified", source(), source({ unique_id: "source.shop.raw.other" }))).toBe(false);
});
