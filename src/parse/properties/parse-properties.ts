import { duplicateYamlKeys } from "../../events/parse-deprecations.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { patchFunction } from "../functions/patch-function.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { groupByPackage, projectsRootFirst } from "../parse-files.ts";
import { parseExposure } from "../resources/parse-exposure.ts";
import { parseGroup } from "../resources/parse-group.ts";
import { parseMetric } from "../semantics/parse-metric.ts";
import { parseSavedQuery } from "../semantics/parse-saved-query.ts";
import { parseSemanticModel } from "../semantics/parse-semantic-model.ts";
import { collectSource, type PendingSources } from "../sources/pending-sources.ts";
import { parseUnitTest } from "../unit-tests/parse-unit-test.ts";
import { createRowSources } from "../unit-tests/row-sources.ts";
import { type Entry, forEachEntry } from "./entries.ts";
import type { PropertiesKey } from "./is-rendered-late.ts";
import { parseModelEntries } from "./parse-model-entries.ts";
import { patchMacro } from "./patch-macros.ts";
import { patchSingularTest } from "./patch-singular-test.ts";
import { addYamlSnapshot, parseTestsOfEntry, patchPlainNode } from "./patch-testables.ts";
import { type PropertiesFile, readPropertiesFile } from "./properties-file.ts";

export interface PropertiesInputs {
  readonly files: readonly SourceFile[];
  readonly sources: PendingSources;
}

/** Reads all properties files, package by package, section by section in dbt's order. */
export function parsePropertiesFiles(
  environment: ParseEnvironment,
  lookups: Lookups,
  { files, sources }: PropertiesInputs,
): void {
  const byPackage = groupByPackage(files);
  for (const project of projectsRootFirst(environment)) {
    const own = byPackage.get(project.name) ?? [];
    for (const file of own) {
      const read = file.kind === "properties" ? readPropertiesFile(file) : undefined;
      if (read !== undefined) parsePropertiesFile(environment, lookups, read, { files, sources });
    }
  }
}

function parsePropertiesFile(
  environment: ParseEnvironment,
  lookups: Lookups,
  file: PropertiesFile,
  { files, sources }: PropertiesInputs,
): void {
  for (const { key, place } of file.document.duplicateKeys) {
    environment.events.emit(duplicateYamlKeys(key, place));
  }
  const each = (key: PropertiesKey, use: (entry: Entry) => void): void => {
    forEachEntry(environment, file, key, use);
  };
  parseModelEntries(environment, lookups, file);
  parseTestables(environment, lookups, file, "seeds");
  if ("snapshots" in file.sections) {
    each("snapshots", (entry) => {
      addYamlSnapshot(environment, entry);
    });
    lookups.refresh();
    parseTestables(environment, lookups, file, "snapshots");
  }
  each("sources", (entry) => {
    collectSource(sources, entry);
  });
  each("macros", (entry) => {
    patchMacro(environment, entry);
  });
  each("data_tests", (entry) => {
    patchSingularTest(environment, entry);
  });
  each("analyses", (entry) => {
    patchPlainNode(environment, lookups, entry);
  });
  each("exposures", (entry) => {
    parseExposure(environment, entry);
  });
  each("functions", (entry) => {
    patchFunction(environment, lookups, entry);
  });
  each("metrics", (entry) => {
    parseMetric(environment, entry);
  });
  each("groups", (entry) => {
    parseGroup(environment, entry);
  });
  each("semantic_models", (entry) => {
    parseSemanticModel(environment, entry);
  });
  const rows = createRowSources(files, file.file.packageName, lookups);
  each("unit_tests", (entry) => {
    parseUnitTest(environment, entry, rows);
  });
  each("saved_queries", (entry) => {
    parseSavedQuery(environment, entry);
  });
}

/** First all entries are applied, then their tests are made: a test sees its node's final group. */
function parseTestables(
  environment: ParseEnvironment,
  lookups: Lookups,
  file: PropertiesFile,
  key: "seeds" | "snapshots",
): void {
  const entries: Entry[] = [];
  forEachEntry(environment, file, key, (entry) => {
    patchPlainNode(environment, lookups, entry);
    entries.push(entry);
  });
  for (const entry of entries) parseTestsOfEntry(environment, lookups, entry);
}
