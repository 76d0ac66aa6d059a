import { toPython } from "../../jinja/convert.ts";
import { pyRepr } from "../../jinja/python-text.ts";
import type { UnitTestInput, UnitTestRows } from "../../manifest/other-resources.ts";
import type { Json } from "../../util/json.ts";
import { sha256 } from "../hashes.ts";

export interface WrittenUnitTest {
  readonly model: string;
  readonly versions: Json;
  readonly given: readonly UnitTestInput[];
  readonly expect: UnitTestRows;
  readonly overrides: Json;
}

/** What `state:modified` compares of a unit test: dbt hashes how Python prints its parts. */
export function unitTestChecksum({
  model,
  versions,
  given,
  expect,
  overrides,
}: WrittenUnitTest): string {
  const inputs = `[${given.map((each) => `UnitTestInputFixture(input=${repr(each.input)}, ${rowsText(each)})`).join(", ")}]`;
  const output = `UnitTestOutputFixture(${rowsText(expect)})`;
  let text = `${model}-${dataclass("UnitTestNodeVersions", versions)}-${inputs}-${output}-${dataclass("UnitTestOverrides", overrides)}`;
  for (const { fixture, rows } of given)
    if (fixture !== null && fixture !== "") text += `-${plain(rows)}`;
  return sha256(text);
}

const ENUM_NAMES = { dict: "Dict", csv: "CSV", sql: "SQL" } as const;

function rowsText({ rows, format, fixture }: UnitTestRows): string {
  return `rows=${repr(rows)}, format=<UnitTestFormat.${ENUM_NAMES[format]}: '${format}'>, fixture=${repr(fixture)}`;
}

function dataclass(name: string, value: Json): string {
  if (value === null || typeof value !== "object") return "None";
  const fields = Object.entries(value).map(([key, each]) => `${key}=${repr(each)}`);
  return `${name}(${fields.join(", ")})`;
}

function repr(value: unknown): string {
  return pyRepr(toPython(value));
}

function plain(value: Json): string {
  return typeof value === "string" ? value : repr(value);
}
