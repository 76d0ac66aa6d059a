import { loadedAtTwice } from "../../errors/source-errors.ts";
import { validationWarning } from "../../events/parse-events.ts";
import type { EventBus } from "../../events/event-bus.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  placeOf,
  readMapping,
  readOptional,
  readString,
  readStringList,
} from "../../yaml/typed-readers.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { hasThreshold, mergeFreshness, readFreshness } from "../freshness.ts";
import { readGiven } from "../properties/read-given.ts";
import type { PendingSource } from "./pending-sources.ts";

/**
 * What a source's and its table's files say, as one level of config: the table over the source, and
 * for freshness, meta and tags all four places (source, its config, table, its config) merged.
 */
export function sourceConfigPatch(pending: PendingSource, events: EventBus): ConfigDict {
  const { source, table } = pending;
  const sourceConfig = configOf(source);
  const tableConfig = configOf(table);
  const patch: ConfigDict = { ...sourceConfig, ...tableConfig };
  delete patch.freshness;
  const freshness = mergeFreshness(
    [source.value, sourceConfig, table.value, tableConfig].map((level) =>
      readFreshness(level.freshness),
    ),
  );
  if (freshness === null || hasThreshold(freshness)) patch.freshness = freshness;
  patch.loaded_at_field = loadedAtField(source, table);
  patch.loaded_at_query = loadedAtQuery(source, table);
  patch.meta = { ...sourceMeta(source), ...metaOf(table) };
  patch.tags = [
    ...new Set([...tagsOf(source, pending, events), ...tagsOf(table, pending, events)]),
  ].sort();
  return patch;
}

/** Meta of the source alone, which its tables keep beside their own. */
export function sourceMeta(source: Located<Mapping>): ConfigDict {
  return metaOf(source);
}

export function configOf(at: Located): Mapping {
  return readGiven(child(at, "config"), readMapping) ?? {};
}

function metaOf(at: Located<Mapping>): ConfigDict {
  const meta = configOf(at).meta;
  return { ...readGiven(child(at, "meta"), readMapping), ...(isMapping(meta) ? meta : {}) };
}

function tagsOf(
  at: Located<Mapping>,
  { sourceName, tableName }: PendingSource,
  events: EventBus,
): readonly string[] {
  const own = readGiven(child(at, "tags"), readStringList) ?? [];
  const inConfig = configOf(at).tags ?? [];
  const list: readonly unknown[] = Array.isArray(inConfig) ? inConfig : [inConfig];
  const valid = list.filter((tag): tag is string => typeof tag === "string");
  if (valid.length < list.length) {
    events.emit(
      validationWarning("config.tags", "source", `${sourceName}.${tableName}`, placeOf(at)),
    );
  }
  return [...own, ...valid];
}

interface LoadedAt {
  readonly field: string | null;
  readonly query: string | null;
  /** The key is there, though it may be null. */
  readonly hasField: boolean;
}

function loadedAt(at: Located<Mapping>): LoadedAt {
  const text = (key: string): string | null => {
    const beside = readOptional(child(at, key), readString) ?? "";
    if (beside !== "") return beside;
    return readOptional(child(child(at, "config"), key), readString) ?? null;
  };
  const inConfig = configOf(at).loaded_at_field;
  const hasField = "loaded_at_field" in at.value || Boolean(inConfig);
  return { field: text("loaded_at_field"), query: text("loaded_at_query"), hasField };
}

function loadedAtField(source: Located<Mapping>, table: Located<Mapping>): string | null {
  const ofTable = loadedAt(table);
  const ofSource = loadedAt(source);
  if (ofTable.hasField && ofTable.query) throw loadedAtTwice("table", placeOf(table));
  if (ofSource.field && ofSource.query) throw loadedAtTwice("source", placeOf(source));
  return ofTable.hasField ? ofTable.field : ofSource.field;
}

function loadedAtQuery(source: Located<Mapping>, table: Located<Mapping>): string | null {
  const ofTable = loadedAt(table);
  if (ofTable.query !== null) return ofTable.query;
  return ofTable.hasField ? null : loadedAt(source).query;
}
