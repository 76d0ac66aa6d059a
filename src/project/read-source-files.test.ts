import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadFlags } from "../config/load-flags.ts";
import { loadRuntimeConfig } from "../config/load-runtime-config.ts";
import { createEventBus } from "../events/event-bus.ts";
import { readSourceFiles } from "./read-source-files.ts";
import type { SourceFile } from "./source-file.ts";

const PROFILES = `shop: {target: dev, outputs: {dev: {type: glue, method: local, schema: lake}}}\n`;

/** The root project's files, of a project made of these. */
function filesOf(
  files: Record<string, string | Uint8Array>,
  options: Record<string, unknown> = {},
): readonly SourceFile[] {
  const root = mkdtempSync(join(tmpdir(), "shop-"));
  const all = {
    "dbt_project.yml": "name: shop\nprofile: shop\n",
    "profiles.yml": PROFILES,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const surroundings = { env: {}, cwd: root, home: root };
  const commandLine = { which: "parse", invocationCommand: "dbt parse", options };
  const { flags, env } = loadFlags(commandLine, surroundings);
  const runtime = loadRuntimeConfig({
    ...surroundings,
    flags,
    env,
    invocationId: "1",
    startedAt: new Date(),
    events: createEventBus(),
  });
  return readSourceFiles(runtime).filter((file) => file.packageName === "shop");
}

function kindsOf(files: readonly SourceFile[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file.originalFilePath, file.kind]));
}

test("folder and extension make the kind of a file", () => {
  const files = filesOf({
    "models/a/one.sql": "select 1",
    "models/two.py": "def model(dbt, session): ...",
    "models/schema.yml": "models: []",
    "models/readme.md": "{% docs x %}{% enddocs %}",
    "seeds/s.csv": "id\n1\n",
    "seeds/seeds.yaml": "seeds: []",
    "snapshots/sn.sql": "",
    "analyses/an.sql": "",
    "macros/m.sql": "",
    "tests/t.sql": "select 1",
    "tests/generic/g.sql": "",
    "tests/fixtures/f.csv": "id\n1\n",
    "functions/fn.sql": "select 1",
    "models/notes.txt": "",
    "other/x.sql": "",
  });
  expect(kindsOf(files)).toEqual({
    "models/a/one.sql": "model",
    "models/two.py": "python_model",
    "models/schema.yml": "properties",
    "models/readme.md": "docs",
    "seeds/s.csv": "seed",
    "seeds/seeds.yaml": "properties",
    "snapshots/sn.sql": "snapshot",
    "analyses/an.sql": "analysis",
    "macros/m.sql": "macro",
    "tests/t.sql": "test",
    "tests/generic/g.sql": "generic_test",
    "tests/fixtures/f.csv": "fixture",
    "functions/fn.sql": "function",
  });
});

test("files of editors and those that .dbtignore names are left out", () => {
  const files = filesOf({
    ".dbtignore": "# note\n*_old.sql\nmodels/drafts/\n!models/keep_old.sql\n",
    "models/one.sql": "",
    "models/one_old.sql": "",
    "models/keep_old.sql": "",
    "models/drafts/two.sql": "",
    "models/.hidden.sql": "",
    "models/~lock.sql": "",
    "models/#save.sql": "",
  });
  expect(Object.keys(kindsOf(files))).toEqual(["models/keep_old.sql", "models/one.sql"]);
});

test("a file of two search paths is there once, and a trailing slash does not count", () => {
  const files = filesOf({
    "dbt_project.yml": "name: shop\nprofile: shop\nmodel-paths: [models/, models]\n",
    "models/one.sql": "select 1",
  });
  expect(files.map((file) => [file.searchPath, file.path])).toEqual([["models", "one.sql"]]);
});

test("text is stripped as dbt strips it, and knows its first line", () => {
  const [model, properties] = filesOf({
    "models/one.sql": "\n\n  select 1\n\n",
    "models/p.yml": "\n  models: []\n\n",
  });
  expect(model).toMatchObject({ text: "select 1", firstLine: 3 });
  expect(properties).toMatchObject({ text: "\n  models: []", firstLine: 1 });
});

test("a seed over the limit is hashed by its path, whatever its rows", () => {
  const big = `id\n${"x".repeat(1024 * 1024)}\n`;
  expect(filesOf({ "seeds/big.csv": big })[0]?.checksum).toEqual({
    name: "path",
    checksum: "seeds/big.csv",
  });
  const unlimited = filesOf({ "seeds/big.csv": big }, { maximumSeedSizeMib: 0 });
  expect(unlimited[0]?.checksum.name).toBe("sha256");
});

test("a file that is not UTF-8 is told by name", () => {
  expect(() => filesOf({ "seeds/latin.csv": Uint8Array.from([0x69, 0x64, 0x0a, 0xe9]) })).toThrow(
    expect.objectContaining({ code: "FILE_NOT_UTF8", place: { path: "seeds/latin.csv" } }),
  );
});
