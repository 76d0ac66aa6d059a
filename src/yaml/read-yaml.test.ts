import { expect, test } from "vitest";
import type { EngineError } from "../errors/engine-error.ts";
import { readYaml } from "./read-yaml.ts";

function failureOf(text: string): EngineError {
  try {
    readYaml(text, "models/p.yml");
  } catch (error) {
    return error as EngineError;
  }
  return expect.unreachable("it reads");
}

test("a key, a list item and a value know where they stand", () => {
  const document = readYaml("models:\n  - name: a\n    tags: [x,  y]\n", "p.yml");
  expect(document.placeOf(["models", 0, "tags"])).toMatchObject({ line: 3, column: 5 });
  expect(document.placeOf(["models", 0, "tags", 1])).toMatchObject({ line: 3, column: 16 });
  expect(document.placeOfValue(["models", 0, "name"])).toMatchObject({ line: 2, column: 11 });
});

test("a path that is not in the text has the place of its nearest parent", () => {
  const document = readYaml("models:\n  - name: a\n", "p.yml");
  expect(document.placeOf(["models", 0, "columns", 3])).toMatchObject({ line: 2, column: 5 });
});

test("columns count characters, not code units", () => {
  const document = readYaml('"🎉": {a: 1}\n', "p.yml");
  expect(document.placeOf(["🎉", "a"])).toMatchObject({ line: 1, column: 7 });
});

test("the last of two equal keys wins, and the second is reported", () => {
  const document = readYaml("a: 1\nb: 2\na: 3\n", "p.yml");
  expect(document.value).toEqual({ a: 3, b: 2 });
  expect(document.duplicateKeys).toMatchObject([{ key: "a", place: { line: 3, column: 1 } }]);
});

test("a key that overrides a merged one is no duplicate", () => {
  const document = readYaml("x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n", "p.yml");
  expect(document.value).toMatchObject({ y: { a: 2 } });
  expect(document.duplicateKeys).toEqual([]);
});

test("__proto__ is an ordinary key", () => {
  const { value } = readYaml("__proto__: {polluted: true}\n", "p.yml");
  expect(Object.keys(value as object)).toEqual(["__proto__"]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("an empty file is null", () => {
  expect(readYaml("", "p.yml").value).toBeNull();
  expect(readYaml("# nothing\n", "p.yml").value).toBeNull();
});

test("a tab in the indentation is told by name and line", () => {
  const error = failureOf("models:\n\t- name: one\n");
  expect(error.place).toMatchObject({ path: "models/p.yml", line: 2 });
  expect(error.hint).toContain("tab");
});

test("an unquoted Jinja expression has the hint to quote it", () => {
  expect(failureOf("a: 1\nb: {{ var('x') }}\n").hint).toContain("quotes");
  expect(failureOf("a: {{ x }} y\n").hint).toContain("quotes");
});

test("a place of a secret file shows its key and no value", () => {
  const text = "password: hunter2 # hunter3\nkey: |\n  hunter4\nlist: [{token: hunter5}]\n";
  const document = readYaml(text, "profiles.yml", { secret: true });
  const place = document.placeOf(["key"]);
  expect(place).toMatchObject({ path: "profiles.yml", line: 2, column: 1 });
  expect(place.text).toBe("\nkey: ...");
});
