import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pythonFloatText } from "../util/python-float-text.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { readYaml } from "./read-yaml.ts";
import { toYaml } from "./to-yaml.ts";

// Both files were recorded from PyYAML 6.0.3: CSafeLoader, and safe_dump(sort_keys=False).
const reads = load("pyyaml-reads.json") as { yaml: string; value?: unknown; fails?: boolean }[];
const writes = load("pyyaml-writes.json") as { value: unknown; yaml: string }[];

function load(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
}

describe("YAML reads as PyYAML reads it", () => {
  test.each(reads.filter((one) => !one.fails))("$yaml", ({ yaml, value }) => {
    expect(tagged(readYaml(yaml, "file.yml").value)).toEqual(value);
  });
});

describe("what PyYAML refuses is a syntax error", () => {
  test.each(reads.filter((one) => one.fails))("$yaml", ({ yaml }) => {
    expect(() => readYaml(yaml, "file.yml")).toThrow(
      expect.objectContaining({ code: "YAML_SYNTAX" }),
    );
  });
});

describe("YAML is written as PyYAML writes it", () => {
  test.each(writes)("$yaml", ({ value, yaml }) => {
    expect(toYaml(value)).toBe(yaml);
  });
});

/** Python's types as the recording spells them. */
function tagged(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "bigint") return { int: String(value) };
  if (value instanceof PyFloat) return { float: pythonFloatText(value.value) };
  if (value instanceof PyDateTime) return { dt: value.iso };
  if (value instanceof PyDate) return { d: value.iso };
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== "object" || value === null) return value;
  return { dict: Object.entries(value).map(([key, item]) => [key, tagged(item)]) };
}
