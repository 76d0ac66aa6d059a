import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const SQL = join(import.meta.dirname, "../../src/sql");
const PRELUDE = join(import.meta.dirname, "../../src/adapters/local/prelude");

/** Names that are put together from parts: what the parts can be. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "sp_${from.kind}_to_string": [
    "float",
    "double",
    "decimal",
    "timestamp",
    "timestamp_ntz",
    "binary",
    "interval",
  ].map((kind) => `sp_${kind}_to_string`),
  "sp_${from.kind}_to_binary": ["tinyint", "smallint", "int", "bigint"].map(
    (kind) => `sp_${kind}_to_binary`,
  ),
  "sp_string_to_${to.kind}": [
    "float",
    "double",
    "boolean",
    "date",
    "timestamp",
    "timestamp_ntz",
    "interval",
  ].map((kind) => `sp_string_to_${kind}`),
};

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return name.endsWith(".ts") && !name.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

describe("the front end and the prelude", () => {
  const defined = new Set(
    sources(PRELUDE)
      .join("\n")
      .match(/\bsp_\w+/g),
  );

  test("every function that the front end calls by its full name is defined", () => {
    const called = new Set(
      sources(SQL)
        .join("\n")
        .match(/\bsp_[a-z0-9_]+(?=\()/g),
    );
    expect([...called].filter((name) => !defined.has(name))).toEqual([]);
  });

  test("so is every function whose name is put together", () => {
    const names = Object.values(PARTS).flat();
    expect(names.filter((name) => !defined.has(name))).toEqual([]);
  });
});
