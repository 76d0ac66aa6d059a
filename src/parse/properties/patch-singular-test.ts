import { noNodeForYamlKey } from "../../events/parse-events.ts";
import { child, placeOf, readString } from "../../yaml/typed-readers.ts";
import { updateConfig } from "../drafts/update-config.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "./entries.ts";
import { readEntryConfig } from "./entry-config.ts";
import { readGiven } from "./read-given.ts";

/** One entry of `data_tests:` at the top of a properties file: it describes a test in a file. */
export function patchSingularTest(environment: ParseEnvironment, entry: Entry): void {
  const draft = environment.manifest.nodes.get(`test.${entry.file.file.packageName}.${entry.name}`);
  if (draft?.kind !== "test" || draft.test !== undefined) {
    environment.events.emit(noNodeForYamlKey(entry.name, entry.key, placeOf(entry.at)));
    return;
  }
  const config = readEntryConfig(entry.at, `"${entry.name}"`);
  // dbt compares the rendered config of these.
  if (Object.keys(config).length > 0) {
    const { packageName } = entry.file.file;
    updateConfig(environment, draft, { packageName, config, unrendered: undefined });
  }
  draft.patchPath = entry.file.id;
  draft.description = readGiven(child(entry.at, "description"), readString) ?? "";
}
