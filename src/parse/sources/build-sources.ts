import { checkKeys } from "../properties/known-keys.ts";
import { makeRelation, renderRelation } from "../../context/relation.ts";
import { mergeQuoting } from "../../context/relation-for-node.ts";
import { freshnessConfigProblem, unusedTables } from "../../events/parse-events.ts";
import type { JsonObject } from "../../util/json.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  placeOf,
  readBoolean,
  readMapping,
  readOptional,
  readString,
} from "../../yaml/typed-readers.ts";
import { asJsonObject } from "../as-json.ts";
import { columnsByName, readColumns } from "../columns.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { addDisabled, type DraftSource } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import { hasThreshold, readFreshness } from "../freshness.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { readGiven } from "../properties/read-given.ts";
import { dataTestsOf } from "../tests/data-tests-of.ts";
import { parseGenericTests } from "../tests/parse-generic-tests.ts";
import { readExternal } from "./read-external.ts";
import {
  overrideKey,
  type PendingSource,
  type PendingSources,
  withOverride,
} from "./pending-sources.ts";
import { sourceConfigPatch, sourceMeta } from "./source-config.ts";

/** Makes source nodes and their tests of all that the files said. */
export function buildSources(
  environment: ParseEnvironment,
  lookups: Lookups,
  pending: PendingSources,
): void {
  for (const table of pending.tables.values()) {
    const { packageName } = table.entry.file.file;
    const overridden = withOverride(
      table,
      pending.overrides.get(overrideKey(packageName, table.sourceName)),
    );
    parseTests(environment, lookups, overridden);
    addSource(environment, overridden);
  }
  warnOfUnused(environment, pending);
}

function addSource({ runtime, manifest, events }: ParseEnvironment, pending: PendingSource): void {
  const { entry, table } = pending;
  const { file } = entry.file;
  const fqn = [...fqnPrefix(file.packageName, file.path), pending.sourceName, pending.tableName];
  const patch = sourceConfigPatch(pending, events);
  const inputs: ConfigInputs = {
    kind: "source",
    fqn,
    packageName: file.packageName,
    calls: {},
    patch,
  };
  const config = calculateConfig(runtime, inputs);
  const node = sourceNode(pending, fqn, config);
  node.unrendered_config = asJsonObject(calculateUnrenderedConfig(runtime, inputs));
  node.relation_name = renderRelation(
    makeRelation({
      database: node.database,
      schema: node.schema,
      identifier: node.identifier,
      quotePolicy: mergeQuoting(runtime.project.quoting, node.quoting),
    }),
  );
  if (
    node.freshness !== null &&
    hasThreshold(node.freshness) &&
    !node.loaded_at_field &&
    !node.loaded_at_query
  ) {
    events.emit(freshnessConfigProblem(`${node.source_name}.${node.name}`, placeOf(table)));
  }
  manifest.places.set(node.unique_id, placeOf(table));
  if (config.enabled === true) manifest.sources.set(node.unique_id, node);
  else addDisabled(manifest, node.unique_id, { resource: node });
}

function sourceNode(
  pending: PendingSource,
  fqn: readonly string[],
  config: ConfigDict,
): DraftSource {
  const { entry, source, table, uniqueId, sourceName, tableName } = pending;
  const { file } = entry.file;
  const text = (at: Located, key: string): string | undefined => {
    const value = readOptional(child(at, key), readString);
    return value === "" ? undefined : value;
  };
  return {
    database: text(source, "database") ?? null,
    schema: text(source, "schema") ?? sourceName,
    name: tableName,
    resource_type: "source",
    package_name: file.packageName,
    path: file.originalFilePath,
    original_file_path: file.originalFilePath,
    unique_id: uniqueId,
    fqn,
    source_name: sourceName,
    source_description: readGiven(child(source, "description"), readString) ?? "",
    loader: readGiven(child(source, "loader"), readString) ?? "",
    identifier: text(table, "identifier") ?? tableName,
    quoting: quotingOf(source, table),
    loaded_at_field: textOf(config.loaded_at_field),
    loaded_at_query: textOf(config.loaded_at_query),
    freshness: readFreshness(config.freshness),
    external: readExternal(child(table, "external")),
    description: readGiven(child(table, "description"), readString) ?? "",
    columns: columnsByName(readColumns(child(table, "columns"))),
    meta: asJsonObject(isMapping(config.meta) ? config.meta : {}),
    source_meta: asJsonObject(sourceMeta(source)),
    tags: Array.isArray(config.tags) ? (config.tags as string[]) : [],
    config: asJsonObject(config),
    patch_path: null,
    unrendered_config: {},
    relation_name: null,
    created_at: 0,
    unrendered_database: textOf(entry.raw.database),
    unrendered_schema: textOf(entry.raw.schema),
    doc_blocks: [],
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

const QUOTED_PARTS = ["database", "schema", "identifier", "column"] as const;

/** The table's quoting where it says anything, else the source's. */
function quotingOf(source: Located<Mapping>, table: Located<Mapping>): JsonObject {
  const part = (at: Located, key: string): boolean | undefined =>
    readOptional(child(child(at, "quoting"), key), readBoolean);
  for (const at of [source, table]) {
    readGiven(child(at, "quoting"), readMapping);
    checkKeys(child(at, "quoting"), "quoting");
  }
  return Object.fromEntries(
    QUOTED_PARTS.map((key) => [key, part(table, key) ?? part(source, key) ?? null]),
  );
}

function parseTests(environment: ParseEnvironment, lookups: Lookups, pending: PendingSource): void {
  const { entry, source, table, sourceName, tableName } = pending;
  const tags = (at: Located): readonly string[] => {
    const value = child(at, "tags").value;
    return Array.isArray(value) ? (value as string[]) : [];
  };
  parseGenericTests(environment, lookups, {
    file: entry.file,
    target: { kind: "source", name: `${sourceName}_${tableName}`, source: [sourceName, tableName] },
    fileKeyName: `sources.${sourceName}`,
    quoteColumns: quotingOf(source, table).column === true,
    tags: [...tags(source), ...tags(table)],
    columns: readColumns(child(table, "columns")),
    tests: dataTestsOf(table),
  });
}

function warnOfUnused({ events }: ParseEnvironment, pending: PendingSources): void {
  const unused: string[] = [];
  for (const [key, override] of pending.overrides) {
    const [packageName = "", source = ""] = key.split("\0");
    const ids = [...pending.tables.values()].filter(
      (each) => each.sourceName === source && each.entry.file.file.packageName === packageName,
    );
    const at = `(in ${placeOf(override.at).path})`;
    if (ids.length === 0) unused.push(`  - Source ${packageName}.${source} ${at}`);
    const tables = override.value.tables;
    const names = Array.isArray(tables)
      ? (tables as unknown[]).filter(isMapping).map((each) => String(each.name))
      : [];
    const missing = names
      .filter((name) => ids.length > 0 && !ids.some((each) => each.tableName === name))
      .sort();
    unused.push(
      ...missing.map((name) => `  - Source table ${packageName}.${source}.${name} ${at}`),
    );
  }
  if (unused.length > 0) events.emit(unusedTables(unused));
}
