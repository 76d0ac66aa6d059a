import { expect, test } from "vitest";
import { readYaml } from "../../yaml/read-yaml.ts";
import { locate } from "../../yaml/typed-readers.ts";
import { unitTestChecksum } from "./unit-test-checksum.ts";
import { readRows, type RowSources } from "./unit-test-rows.ts";

const SOURCES: RowSources = {
  fixture: (name) => (name === "f" ? { text: "id,n\n1,\n2,x\n", isSql: false } : undefined),
  seed: (name) => (name === "countries" ? "code,name\nDE,\nFR,France\n" : undefined),
};

test("empty cells of CSV are null, and the first full row comes first", () => {
  expect(rows("{format: csv, fixture: f}").rows).toEqual([
    { id: "2", n: "x" },
    { id: "1", n: null },
  ]);
});

test("an input without rows takes those of its seed, where empty cells stay empty text", () => {
  expect(rows("{input: ref('countries')}").rows).toEqual([
    { code: "DE", name: "" },
    { code: "FR", name: "France" },
  ]);
});

test("SQL stays text", () => {
  expect(rows('{format: sql, rows: "select 1 as id"}')).toEqual({
    rows: "select 1 as id",
    format: "sql",
    fixture: null,
  });
});

test.each([
  ["{format: csv, rows: [{id: 1}]}", /format "csv"/],
  ['{rows: "id\\n1"}', /format "dict"/],
  ["{format: csv, fixture: gone}", /no fixture file "gone"/],
  ["{input: ref('gone')}", /no seed of that name/],
  ["{format: xml, rows: []}", /"xml"/],
])("refuses %s", (yaml, message) => {
  expect(() => rows(yaml)).toThrow(message);
});

// A checksum that dbt-core 1.12.6 wrote.
test("the checksum is over the test as Python prints it", () => {
  const rowsOfBase = { input: "ref('base')", rows: [], format: "dict", fixture: null } as const;
  const expectation = { rows: [], format: "dict", fixture: null } as const;
  expect(
    unitTestChecksum({
      model: "dim",
      versions: null,
      given: [rowsOfBase],
      expect: expectation,
      overrides: null,
    }),
  ).toBe("343bb963a77d7591f45606175f0968b029965fdb4ed4fc53b9d12df0e626b72d");
});

function rows(yaml: string): ReturnType<typeof readRows> {
  return readRows(locate(readYaml(yaml, "models/u.yml")), "input", SOURCES);
}
