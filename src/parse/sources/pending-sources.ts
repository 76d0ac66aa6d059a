import { checkKeys } from "../properties/known-keys.ts";
import { duplicateResource, duplicateSourcePatch } from "../../errors/project-errors.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  isPresent,
  placeOf,
  readList,
  readMapping,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";

/** A table of a source as its file defines it. */
export interface PendingSource {
  readonly uniqueId: string;
  readonly entry: Entry;
  readonly source: Located<Mapping>;
  readonly table: Located<Mapping>;
  readonly sourceName: string;
  readonly tableName: string;
}

/** Sources wait until all files are read, because any file may override them. */
export interface PendingSources {
  readonly tables: Map<string, PendingSource>;
  /** By `package\0source`. */
  readonly overrides: Map<string, Entry>;
}

export function createPendingSources(): PendingSources {
  return { tables: new Map(), overrides: new Map() };
}

/** One entry of `sources:`. */
export function collectSource(pending: PendingSources, entry: Entry): void {
  const overrides = child(entry.at, "overrides");
  checkKeys(entry.at, isPresent(overrides) ? "source override" : "source");
  if (isPresent(overrides)) collectOverride(pending, entry, readString(overrides));
  else collectTables(pending, entry);
}

function collectOverride(pending: PendingSources, entry: Entry, packageName: string): void {
  const key = overrideKey(packageName, entry.name);
  const first = pending.overrides.get(key);
  if (first !== undefined)
    throw duplicateSourcePatch(entry.name, placeOf(first.at), placeOf(entry.at));
  pending.overrides.set(key, entry);
}

export function overrideKey(packageName: string, source: string): string {
  return `${packageName}\0${source}`;
}

function collectTables(pending: PendingSources, entry: Entry): void {
  const source = { ...entry.at, value: readMapping(entry.at) };
  const packageName = entry.file.file.packageName;
  const tables = child(entry.at, "tables");
  for (const at of tables.value === null ? [] : (readGiven(tables, readList) ?? [])) {
    const table = { ...at, value: readMapping(at) };
    const tableName = readString(required(at, "name"));
    const uniqueId = `source.${packageName}.${entry.name}.${tableName}`;
    const first = pending.tables.get(uniqueId);
    if (first !== undefined) throw duplicateResource(uniqueId, placeOf(first.table), placeOf(at));
    pending.tables.set(uniqueId, {
      uniqueId,
      entry,
      source,
      table,
      sourceName: entry.name,
      tableName,
    });
  }
}

/**
 * The table with an override of its source laid over it. An override's `config` and `freshness`
 * replace those of the source even when it has none, as in dbt; other keys only where they are given.
 */
export function withOverride(pending: PendingSource, override: Entry | undefined): PendingSource {
  if (override === undefined) return pending;
  const { name: _name, overrides: _overrides, tables, ...given } = override.value;
  const source = overlay(pending.source.value, given, ["config", "freshness"]);
  const patches = Array.isArray(tables) ? (tables as unknown[]).filter(isMapping) : [];
  const patch = patches.find((each) => each.name === pending.tableName);
  const table =
    patch === undefined
      ? pending.table.value
      : overlay(pending.table.value, patch, ["quoting", "freshness"]);
  return {
    ...pending,
    source: { ...pending.source, value: source },
    table: { ...pending.table, value: table },
  };
}

function overlay(base: Mapping, given: Mapping, replaced: readonly string[]): Mapping {
  const kept = Object.entries(base).filter(([key]) => !replaced.includes(key));
  const update = Object.entries(given).filter(
    ([key, value]) => value !== null || key === "freshness",
  );
  return Object.fromEntries([...kept, ...update]);
}
