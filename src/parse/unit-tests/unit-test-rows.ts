import { fixtureNotFound, rowsFormat, seedNotFound } from "../../errors/unit-test-errors.ts";
import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  placeOf,
  readChoice,
  readOptional,
  readString,
} from "../../yaml/typed-readers.ts";
import { asJson } from "../as-json.ts";
import { readReference } from "../static/read-reference.ts";
import { csvRows, type FixtureRow } from "./csv-rows.ts";

export interface RowsOfTest {
  readonly rows: Json;
  readonly format: "dict" | "csv" | "sql";
  readonly fixture: string | null;
}

/** Where rows that the test does not hold itself come from. */
export interface RowSources {
  /** Text of a fixture file; undefined if there is none. */
  fixture(name: string): { readonly text: string; readonly isSql: boolean } | undefined;
  /** Text of a seed's CSV by its reference; undefined if there is no such seed. */
  seed(name: string, packageName: string | null): string | undefined;
}

const FORMATS = ["dict", "csv", "sql"] as const;

/**
 * Rows of an input (`what` is "input") or of the expectation ("expected"), as dbt keeps them: CSV as
 * dictionaries with null for empty cells, SQL as text, the first row without nulls in front.
 */
export function readRows(at: Located, what: "input" | "expected", sources: RowSources): RowsOfTest {
  const format = readOptional(child(at, "format"), (each) => readChoice(each, FORMATS)) ?? "dict";
  const fixture = readOptional(child(at, "fixture"), readString) ?? null;
  const given = child(at, "rows");
  switch (format) {
    case "dict":
      return { rows: asJson(fullRowFirst(dictRows(at, what, sources))), format, fixture };
    case "csv": {
      const text =
        fixture === null ? textOf(given, { what, format }) : fixtureText(at, fixture, sources);
      return { rows: asJson(fullRowFirst(csvRows(text).map(withNulls))), format, fixture };
    }
    case "sql":
      return {
        rows:
          fixture === null ? textOf(given, { what, format }) : fixtureText(at, fixture, sources),
        format,
        fixture,
      };
  }
}

function dictRows(
  at: Located,
  what: "input" | "expected",
  sources: RowSources,
): readonly unknown[] {
  const rows = child(at, "rows");
  const isSeed = rows.value === undefined || rows.value === null;
  if (isSeed && what === "input" && child(at, "fixture").value === undefined)
    return seedRows(at, sources);
  if (!Array.isArray(rows.value)) throw rowsFormat(what, "dict", placeOf(rows));
  return rows.value;
}

function seedRows(at: Located, sources: RowSources): FixtureRow[] {
  const input = child(at, "input");
  const text = readString(input);
  const reference = readReference(text, placeOf(input));
  const csv =
    reference.kind === "ref" ? sources.seed(reference.ref.name, reference.ref.package) : undefined;
  if (csv === undefined) throw seedNotFound(text, placeOf(input));
  return csvRows(csv);
}

function textOf(at: Located, { what, format }: { what: string; format: string }): string {
  if (typeof at.value !== "string") throw rowsFormat(what, format, placeOf(at));
  return at.value;
}

function fixtureText(at: Located, name: string, sources: RowSources): string {
  const fixture = sources.fixture(name);
  if (fixture === undefined) throw fixtureNotFound(name, placeOf(child(at, "fixture")));
  return fixture.text;
}

function withNulls(row: FixtureRow): FixtureRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, cell === "" ? null : cell]),
  );
}

/** A row without nulls tells the types of all columns, so it trades places with the first. */
function fullRowFirst(rows: readonly unknown[]): unknown[] {
  const ordered = [...rows];
  const full = rows.findIndex(
    (row) => isMapping(row) && Object.values(row).every((cell) => cell !== null),
  );
  if (full > 0) [ordered[0], ordered[full]] = [rows[full], rows[0]];
  return ordered;
}
