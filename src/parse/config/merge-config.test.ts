import { expect, test } from "vitest";
import { addConfigCall } from "./config-calls.ts";
import { initialConfig, mergeConfig } from "./merge-config.ts";
import { omitNone } from "./omit-none.ts";

test("nearer levels replace, but tags and hooks join and dictionaries merge", () => {
  const outer = mergeConfig("model", initialConfig("model"), {
    tags: "a",
    meta: { owner: "x", level: 1 },
    "pre-hook": "select 1",
    materialized: "table",
  });
  const config = mergeConfig("model", outer, {
    tags: ["b"],
    meta: { level: 2 },
    pre_hook: { sql: "select 2", transaction: false },
    materialized: "view",
    my_own: [1],
  });
  expect(config).toMatchObject({
    tags: ["a", "b"],
    meta: { owner: "x", level: 2 },
    "pre-hook": [
      { sql: "select 1", transaction: true, index: null },
      { sql: "select 2", transaction: false, index: null },
    ],
    materialized: "view",
    my_own: [1],
  });
});

test("a grant replaces those of its privilege, with + it joins them", () => {
  const outer = mergeConfig("model", initialConfig("model"), {
    grants: { select: "ann", insert: ["bob"] },
  });
  const config = mergeConfig("model", outer, { grants: { select: ["cleo"], "+insert": "dan" } });
  expect(config.grants).toEqual({ select: ["cleo"], insert: ["bob", "dan"] });
});

test("a hook may be JSON, as before_begin() and after_commit() write it", () => {
  const config = mergeConfig("model", initialConfig("model"), {
    post_hook: '{"sql": "vacuum", "transaction": false}',
  });
  expect(config["post-hook"]).toEqual([{ sql: "vacuum", transaction: false, index: null }]);
});

test("meta must be a dictionary", () => {
  expect(() => mergeConfig("model", initialConfig("model"), { meta: ["a"] })).toThrow(
    /"meta" must be a dictionary/,
  );
});

test("config calls of a file join in the same way and keep the + of grants", () => {
  const calls = {};
  addConfigCall(calls, { tags: "a", grants: { select: "x" }, alias: "one" });
  addConfigCall(calls, { tags: ["b"], grants: { "+select": "y" }, alias: "two" });
  expect(calls).toEqual({
    tags: ["a", "b"],
    grants: { select: ["x"], "+select": ["y"] },
    alias: "two",
  });
});

test("fields that are null are left out, the user's own keys are kept", () => {
  const config = mergeConfig("model", initialConfig("model"), {
    mine: null,
    docs: { show: false },
  });
  const kept = omitNone("model", config);
  expect(kept).toMatchObject({ mine: null, docs: { show: false } });
  expect(kept).not.toHaveProperty("alias");
  expect(kept.docs).not.toHaveProperty("node_color");
});
