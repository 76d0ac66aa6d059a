import { checkKeys } from "../properties/known-keys.ts";
import { duplicateResource } from "../../errors/project-errors.ts";
import { unitTestRule } from "../../errors/unit-test-errors.ts";
import type { UnitTestInput } from "../../manifest/other-resources.ts";
import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isPresent,
  placeOf,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import { calculateConfig } from "../config/calculate-config.ts";
import { addDisabled, type DraftUnitTest } from "../drafts/draft-manifest.ts";
import { propertiesFqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";
import { unitTestChecksum } from "./unit-test-checksum.ts";
import { readRows, type RowSources } from "./unit-test-rows.ts";

/** One entry of `unit_tests:`. Which model it tests is settled when all models are known. */
export function parseUnitTest(
  environment: ParseEnvironment,
  entry: Entry,
  sources: RowSources,
): void {
  const { manifest } = environment;
  const test = unitTestOf(environment, entry, sources);
  const place = placeOf(entry.at);
  if (test.config.enabled === false) {
    addDisabled(manifest, test.unique_id, { resource: test });
    return;
  }
  if (manifest.unitTests.has(test.unique_id)) {
    throw duplicateResource(test.unique_id, manifest.places.get(test.unique_id) ?? place, place);
  }
  manifest.unitTests.set(test.unique_id, test);
  manifest.places.set(test.unique_id, place);
}

function unitTestOf(
  { runtime }: ParseEnvironment,
  entry: Entry,
  sources: RowSources,
): DraftUnitTest {
  const { at, name } = entry;
  const { packageName, path, originalFilePath } = entry.file.file;
  readString(required(at, "name"));
  checkKeys(at, "unit test");
  checkKeys(child(at, "expect"), "unit test's expectation");
  const model = readString(required(at, "model"));
  const fqn = [...propertiesFqnPrefix(packageName, originalFilePath), model, name];
  const config = calculateConfig(runtime, {
    kind: "unit_test",
    fqn,
    packageName,
    calls: {},
    patch: { ...readGiven(child(at, "config"), readMapping) },
  });
  const written = {
    model,
    versions: readVersions(child(at, "versions"), name),
    given: readList(required(at, "given")).map((input) => readInput(input, sources)),
    expect: readRows(required(at, "expect"), "expected", sources),
    overrides: readOverrides(child(at, "overrides")),
  };
  return {
    ...written,
    name,
    resource_type: "unit_test",
    package_name: packageName,
    path,
    original_file_path: originalFilePath,
    unique_id: `unit_test.${packageName}.${model}.${name}`,
    fqn,
    description: readGiven(child(at, "description"), readString) ?? "",
    depends_on: { macros: [], nodes: [] },
    config: asJsonObject(config),
    checksum: unitTestChecksum(written),
    schema: null,
    created_at: runtime.startedAt.getTime() / 1000,
    version: null,
  };
}

function readInput(at: Located, sources: RowSources): UnitTestInput {
  checkKeys(at, "unit test's input");
  return { input: readString(required(at, "input")), ...readRows(at, "input", sources) };
}

const OVERRIDDEN = ["macros", "vars", "env_vars"] as const;

function readOverrides(at: Located): Json {
  if (!isPresent(at)) return null;
  const given = readMapping(at);
  checkKeys(at, "unit test's overrides");
  return asJson(Object.fromEntries(OVERRIDDEN.map((key) => [key, given[key] ?? {}])));
}

function readVersions(at: Located, test: string): Json {
  if (!isPresent(at)) return null;
  const { include, exclude } = readMapping(at);
  checkKeys(at, "unit test's versions");
  const lists = [child(at, "include"), child(at, "exclude")].map(
    (each) => readOptional(each, readList) ?? [],
  );
  if (lists.every((list) => list.length > 0)) {
    throw unitTestRule(test, "can either include or exclude versions, not both.", placeOf(at));
  }
  return asJson({ include: include ?? null, exclude: exclude ?? null });
}
