import {
  child,
  isPresent,
  readBoolean,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import { validationWarning } from "../../events/parse-events.ts";
import { placeOf } from "../../yaml/typed-readers.ts";
import { createDraft } from "../drafts/create-draft.ts";
import { addEnabledNode } from "../drafts/draft-manifest.ts";
import { startConfig } from "../drafts/update-config.ts";
import { fqnPrefix } from "../fqn.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { readReference } from "../static/read-reference.ts";
import { dataTestsOf } from "../tests/data-tests-of.ts";
import { parseGenericTests, type TestedEntry } from "../tests/parse-generic-tests.ts";
import type { Entry } from "./entries.ts";
import { patchCommonProperties, patchNode, readNodePatch } from "./patch-node.ts";

/** One entry of `seeds:`, `snapshots:`, `analyses:`. */
export function patchPlainNode(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: Entry,
): void {
  const patch = readNodePatch(entry);
  patchNode(environment, lookups, patch, (draft) => {
    patchCommonProperties(draft, patch);
    for (const field of ["latest_version", "access", "version", "constraints"]) {
      const isGiven = isPresent(child(entry.at, field));
      if (isGiven && field !== "access" && field !== "version") {
        environment.events.emit(
          validationWarning(field, draft.kind, draft.name, placeOf(entry.at)),
        );
      }
    }
  });
}

/** The tests of an entry for a node without versions. */
export function testsOfEntry(entry: Entry, kind: "model" | "node"): TestedEntry {
  const patch = readNodePatch(entry);
  return {
    file: entry.file,
    target:
      kind === "model" ? { kind, name: entry.name, version: null } : { kind, name: entry.name },
    fileKeyName: `${entry.key}.${entry.name}`,
    quoteColumns: readOptional(child(entry.at, "quote_columns"), readBoolean) ?? false,
    tags: [],
    columns: patch.columns,
    tests: dataTestsOf(entry.at),
  };
}

export function parseTestsOfEntry(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: Entry,
): void {
  parseGenericTests(environment, lookups, testsOfEntry(entry, "node"));
}

/**
 * A snapshot that is defined by `relation:` alone. As written, not rendered: that is when dbt reads it.
 * One without `relation:` is taken for the description of a snapshot block.
 */
export function addYamlSnapshot(environment: ParseEnvironment, entry: Entry): void {
  const relation = entry.raw.relation;
  if (typeof relation !== "string") return;
  const { file } = entry.file;
  const name = readString(required(entry.at, "name"));
  const reference = readReference(relation, placeOf(child(entry.at, "relation")));
  const draft = createDraft(environment, {
    kind: "snapshot",
    name,
    packageName: file.packageName,
    uniqueId: `snapshot.${file.packageName}.${name}`,
    path: `${name}.sql`,
    originalFilePath: file.originalFilePath,
    fqn: [...fqnPrefix(file.packageName, file.path), name],
    rawCode: `select * from {{ ${relation} }}`,
    checksum: file.checksum,
    place: placeOf(entry.at),
  });
  startConfig(environment, draft);
  if (reference.kind === "ref") draft.refs.push(reference.ref);
  else draft.sources.push([...reference.source]);
  addEnabledNode(environment.manifest, draft);
}
