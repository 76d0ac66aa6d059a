import { testDeprecations } from "./test-deprecations.ts";
import { testConfigCallsMacro } from "../../errors/generic-test-errors.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import { quoteIdentifier } from "../../context/relation.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { placeOf } from "../../yaml/typed-readers.ts";
import type { Column } from "../columns.ts";
import { createDraft } from "../drafts/create-draft.ts";
import { addNode } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import { startConfig, updateConfig } from "../drafts/update-config.ts";
import { versionValue } from "../drafts/finish-node.ts";
import { propertiesFqnPrefix } from "../fqn.ts";
import type { Lookups } from "../lookups.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import type { PropertiesFile } from "../properties/properties-file.ts";
import { hasJinja } from "../../config/render-yaml-value.ts";
import { type GenericTest, readGenericTest, type TestTarget } from "./generic-test.ts";
import { testHash } from "./test-hash.ts";

/** The node that tests are listed under, and where. */
export interface TestedEntry {
  readonly file: PropertiesFile;
  readonly target: TestTarget;
  /** `models.orders`, `sources.raw`. */
  readonly fileKeyName: string;
  /** Whether its columns are quoted in tests unless they say otherwise. */
  readonly quoteColumns: boolean;
  /** Tags that all its tests get. */
  readonly tags: readonly string[];
  readonly columns: readonly Column[];
  readonly tests: readonly Located[];
}

/** Makes the test nodes of one entry: those of its columns, then its own (for sources its own first). */
export function parseGenericTests(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: TestedEntry,
): void {
  const ofColumns = entry.columns.flatMap((column) =>
    column.tests.map((item) => ({ item, column })),
  );
  const own = entry.tests.map((item) => ({ item, column: undefined }));
  const all = entry.target.kind === "source" ? [...own, ...ofColumns] : [...ofColumns, ...own];
  for (const { item, column } of all)
    parseGenericTest(environment, lookups, entry, { item, column });
}

interface TestOfEntry {
  readonly item: Located;
  readonly column: Column | undefined;
}

function parseGenericTest(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: TestedEntry,
  { item, column }: TestOfEntry,
): void {
  const test = readGenericTest({
    item,
    target: entry.target,
    columnName: column === undefined ? null : columnName(entry, column),
    hasArgumentsProperty: hasBehavior(environment, "require_generic_test_arguments_property"),
    render: (text, name) => renderConfig(environment, entry, { text, test: name, item, column }),
  });
  for (const event of testDeprecations(environment, { item, owner: entry.target.name }))
    environment.events.emit(event);
  const draft = draftOf(environment, entry, { test, item, column });
  startConfig(environment, draft);
  const isBuiltIn = referToTarget(environment, draft, test, entry);
  if (!isBuiltIn) environment.templates.renderTest(draft);
  updateConfig(environment, draft);
  attach(lookups, draft, entry);
  addNode(environment.manifest, draft);
}

function columnName({ quoteColumns }: TestedEntry, { info }: Column): string {
  return (info.quote ?? quoteColumns) ? quoteIdentifier(info.name) : info.name;
}

interface ConfigText extends TestOfEntry {
  readonly text: string;
  readonly test: string;
}

function renderConfig(
  environment: ParseEnvironment,
  entry: TestedEntry,
  config: ConfigText,
): unknown {
  const { text, test, item, column } = config;
  if (!hasJinja(text)) return text;
  try {
    return environment.templates.yamlRenderer(entry.file.file.packageName)(text, placeOf(item));
  } catch (error) {
    const macro = isEngineError(error)
      ? /"?'?(\w+)'?"? is undefined/.exec(error.message)?.[1]
      : undefined;
    if (macro === undefined) throw error;
    const owner =
      column === undefined ? entry.target.name : `${entry.target.name}.${column.info.name}`;
    throw testConfigCallsMacro(macro, test, `"${owner}"`, error).with({ place: placeOf(item) });
  }
}

interface MadeTest extends TestOfEntry {
  readonly test: GenericTest;
}

function draftOf(
  environment: ParseEnvironment,
  entry: TestedEntry,
  { test, item, column }: MadeTest,
): Draft {
  const { file } = entry.file;
  const { fullName, metadata } = test;
  const inherited = [...entry.tags, ...(column?.info.tags ?? [])];
  return createDraft(environment, {
    kind: "test",
    name: fullName,
    packageName: file.packageName,
    uniqueId: `test.${file.packageName}.${fullName}.${testHash(fullName, metadata)}`,
    path: `${test.fileName}.sql`,
    originalFilePath: file.originalFilePath,
    fqn: [...propertiesFqnPrefix(file.packageName, file.originalFilePath), fullName],
    rawCode: test.rawCode,
    checksum: { name: "none", checksum: "" },
    place: placeOf(item),
    tags: [...new Set([...inherited, ...test.tags])].sort(),
    description: test.description,
    calls: { ...test.config },
    test: {
      metadata,
      columnName: column === undefined ? null : columnName(entry, column),
      fileKeyName: entry.fileKeyName,
      attachedNode: null,
    },
  });
}

/** dbt's own `unique` and `not_null` are known to refer to nothing but their target. */
function referToTarget(
  { manifest, templates }: ParseEnvironment,
  draft: Draft,
  test: GenericTest,
  { target }: TestedEntry,
): boolean {
  const macro = templates.findMacro(draft.packageName, `test_${test.test}`);
  // An unknown test is found out when it is compiled; dbt writes Python's None for it until then.
  draft.dependsOnMacros.add(macro ?? "None");
  if (macro !== "macro.dbt.test_not_null" && macro !== "macro.dbt.test_unique") return false;
  if (target.kind === "source") draft.sources.push([...target.source]);
  else
    draft.refs.push({
      name: target.name,
      package: null,
      version: target.kind === "model" ? versionValue(target.version) : null,
    });
  return manifest.macros.has(macro);
}

/** A test belongs to the node that it is listed under, and to that node's group. */
function attach(lookups: Lookups, draft: Draft, { target, file }: TestedEntry): void {
  if (target.kind === "source" || draft.test === undefined) return;
  const version = target.kind === "model" ? target.version : null;
  const node =
    lookups.refs().find(target.name, file.file.packageName, version) ??
    disabledNode(lookups, target.name);
  if (node === undefined) return;
  draft.test.attachedNode = node.uniqueId;
  draft.group = node.group;
}

function disabledNode(lookups: Lookups, name: string): Draft | undefined {
  const [first] =
    lookups.disabled().find(name, null) ?? lookups.disabled().find(name.toUpperCase(), null) ?? [];
  return first !== undefined && "node" in first ? first.node : undefined;
}
