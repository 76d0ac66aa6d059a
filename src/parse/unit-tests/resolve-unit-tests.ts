import { unitTestRule } from "../../errors/unit-test-errors.ts";
import { nearest } from "../../util/nearest.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import { addDisabled, type DraftManifest, type DraftUnitTest } from "../drafts/draft-manifest.ts";
import { type Draft, isEnabled } from "../drafts/draft.ts";
import { versionValue } from "../drafts/finish-node.ts";
import type { Lookups } from "../lookups.ts";
import { versionText } from "../versions.ts";
import type { Place } from "../../errors/place.ts";

/** Finds the model of each unit test; a test of a versioned model becomes one per version. */
export function resolveUnitTests(manifest: DraftManifest, lookups: Lookups): void {
  for (const test of [...manifest.unitTests.values()]) resolveUnitTest(manifest, lookups, test);
}

function resolveUnitTest(manifest: DraftManifest, lookups: Lookups, test: DraftUnitTest): void {
  const place = manifest.places.get(test.unique_id) ?? { path: test.original_file_path };
  const model = findModel(lookups, test, place);
  if (!isEnabled(model)) {
    manifest.unitTests.delete(test.unique_id);
    test.config = { ...test.config, enabled: false };
    addDisabled(manifest, test.unique_id, { resource: test });
    return;
  }
  test.depends_on = { macros: [], nodes: [model.uniqueId] };
  test.schema = model.schema;
  checkIncremental(test, model, place);
  if (model.model.version === null) checkUnversioned(test, model, place);
  else expandVersions(manifest, test, model, place);
}

function findModel(lookups: Lookups, test: DraftUnitTest, place: Place): Draft {
  const [name = "", version = null] = test.model.split(/\s+/).filter((part) => part !== "");
  const refs = lookups.refs();
  const found =
    refs.find(name, test.package_name, version) ??
    lookups.disabledNodes(name, test.package_name, "model")[0];
  if (found !== undefined) return found;
  const suggestion = nearest(name, refs.names());
  throw unitTestRule(
    test.name,
    `tests the model "${test.model}", which is not there.`,
    place,
    suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  );
}

const IS_INCREMENTAL = ["macro.dbt.is_incremental", "macro.dbt_glue.is_incremental"];

/** An incremental model behaves in two ways, and the test must say which one it tests. */
function checkIncremental(test: DraftUnitTest, model: Draft, place: Place): void {
  if (!IS_INCREMENTAL.some((id) => model.dependsOnMacros.has(id))) return;
  const { overrides } = test;
  const macros = isMapping(overrides) ? overrides.macros : undefined;
  const override = isMapping(macros) ? macros.is_incremental : undefined;
  if (typeof override !== "boolean") {
    throw unitTestRule(
      test.name,
      `tests the incremental model "${model.name}" and must override is_incremental with true or false.`,
      place,
      "Add `overrides: {macros: {is_incremental: false}}`.",
    );
  }
  if (override && !test.given.some(({ input }) => input === "this")) {
    throw unitTestRule(
      test.name,
      `tests an incremental run of "${model.name}" and must give rows for "this", the table as it was before.`,
      place,
      "Add an item `- input: this` to `given:`.",
    );
  }
}

function checkUnversioned(test: DraftUnitTest, model: Draft, place: Place): void {
  const { include, exclude } = versionsOf(test);
  if (include.length + exclude.length === 0) return;
  throw unitTestRule(
    test.name,
    `names versions to include or exclude, but the model "${model.name}" has no versions.`,
    place,
    "Remove `versions:`.",
  );
}

function versionsOf({ versions }: DraftUnitTest): {
  include: readonly unknown[];
  exclude: readonly unknown[];
} {
  const list = (key: string): readonly unknown[] => {
    const value = isMapping(versions) ? versions[key] : undefined;
    return Array.isArray(value) ? value : [];
  };
  return { include: list("include"), exclude: list("exclude") };
}

function expandVersions(
  manifest: DraftManifest,
  test: DraftUnitTest,
  model: Draft,
  place: Place,
): void {
  const { include, exclude } = versionsOf(test);
  const has = (list: readonly unknown[], each: Draft): boolean =>
    list.some((version) => versionValue(version) === versionValue(each.model.version));
  const chosen = [...manifest.nodes.values()].filter(
    (each) =>
      each.kind === "model" &&
      each.name === model.name &&
      each.packageName === model.packageName &&
      each.model.version !== null &&
      (exclude.length > 0 ? !has(exclude, each) : include.length === 0 || has(include, each)),
  );
  if (chosen.length === 0) {
    throw unitTestRule(test.name, `names a version of "${model.name}" that is not there.`, place);
  }
  manifest.unitTests.delete(test.unique_id);
  for (const each of chosen) {
    const version = versionText(each.model.version);
    const id = `unit_test.${test.package_name}.${test.model}.${test.name}_v${version}`;
    manifest.unitTests.set(id, {
      ...test,
      unique_id: id,
      depends_on: { macros: [], nodes: [each.uniqueId] },
      version: versionValue(each.model.version),
    });
    manifest.places.set(id, place);
  }
}
