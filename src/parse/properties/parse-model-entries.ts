import { child, readBoolean, readOptional } from "../../yaml/typed-readers.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { dataTestsOf } from "../tests/data-tests-of.ts";
import { parseGenericTests } from "../tests/parse-generic-tests.ts";
import { type Entry, forEachEntry } from "./entries.ts";
import { patchModel } from "./patch-models.ts";
import { patchVersions } from "./patch-versions.ts";
import { testsOfEntry } from "./patch-testables.ts";
import type { PropertiesFile } from "./properties-file.ts";
import { type ModelVersions, readVersions } from "./read-versions.ts";

interface ModelEntry {
  readonly entry: Entry;
  readonly versions: ModelVersions | undefined;
}

/** The section `models:`: first all models and versions, then their tests. */
export function parseModelEntries(
  environment: ParseEnvironment,
  lookups: Lookups,
  file: PropertiesFile,
): void {
  const models: ModelEntry[] = [];
  forEachEntry(environment, file, "models", (entry) => {
    const versions = readVersions(entry);
    if (versions === undefined) patchModel(environment, lookups, entry);
    else patchVersions(environment, lookups, entry, versions);
    models.push({ entry, versions });
  });
  for (const model of models) parseTests(environment, lookups, model);
}

function parseTests(
  environment: ParseEnvironment,
  lookups: Lookups,
  { entry, versions }: ModelEntry,
): void {
  if (versions === undefined) {
    parseGenericTests(environment, lookups, testsOfEntry(entry, "model"));
    return;
  }
  const ofModel = dataTestsOf(entry.at);
  for (const { version, columns, tests } of versions.versions) {
    parseGenericTests(environment, lookups, {
      file: entry.file,
      target: { kind: "model", name: entry.name, version },
      fileKeyName: `${entry.key}.${entry.name}`,
      quoteColumns: readOptional(child(entry.at, "quote_columns"), readBoolean) ?? false,
      tags: [],
      columns,
      tests: tests ?? ofModel,
    });
  }
}
