import { checkKeys } from "./known-keys.ts";
import { includeTwice, latestVersionUnknown, versionTwice } from "../../errors/model-errors.ts";
import type { Constraint } from "../../manifest/node-parts.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  isPresent,
  placeOf,
  readList,
  readMapping,
  readOptional,
  readString,
  readStringList,
  required,
  wrongType,
} from "../../yaml/typed-readers.ts";
import { type Column, readColumn, readColumns } from "../columns.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { readModelConstraints } from "../constraints.ts";
import { dataTestsOf } from "../tests/data-tests-of.ts";
import { highestVersion, type Version, versionText } from "../versions.ts";
import type { Entry } from "./entries.ts";
import { readDate } from "./read-date.ts";
import { readGiven } from "./read-given.ts";

export interface ModelVersion {
  readonly version: Version;
  readonly at: Located;
  /** File stem; null where the usual one is meant. */
  readonly definedIn: string | null;
  readonly description: string;
  readonly config: ConfigDict;
  readonly access: string | null;
  readonly constraints: readonly Constraint[];
  readonly columns: readonly Column[];
  /** Undefined: those of the model. */
  readonly tests: readonly Located[] | undefined;
  readonly deprecationDate: string | null;
}

export interface ModelVersions {
  readonly latest: Version;
  readonly versions: readonly ModelVersion[];
}

/** `versions:` and `latest_version:` of a model's entry; undefined for an unversioned model. */
export function readVersions(entry: Entry): ModelVersions | undefined {
  const list = readGiven(child(entry.at, "versions"), readList) ?? [];
  if (list.length === 0) return undefined;
  const base = readColumns(child(entry.at, "columns"));
  const versions = list.map((at) => readVersion(at, base, entry.name));
  checkVersions(entry, versions);
  const named = child(entry.at, "latest_version");
  const latest = isPresent(named)
    ? readVersionValue(named)
    : highestVersion(versions.map((each) => each.version));
  return { latest, versions };
}

function checkVersions(entry: Entry, versions: readonly ModelVersion[]): void {
  const seen = new Set<string>();
  for (const { version, at } of versions) {
    const text = versionText(version);
    if (seen.has(text)) throw versionTwice(entry.name, text, placeOf(at));
    seen.add(text);
  }
  const latest = child(entry.at, "latest_version");
  if (!isPresent(latest) || seen.has(versionText(latest.value))) return;
  throw latestVersionUnknown(entry.name, versionText(latest.value), [...seen], placeOf(latest));
}

function readVersion(at: Located, base: readonly Column[], model: string): ModelVersion {
  readMapping(at);
  checkKeys(at, "version");
  const hasTests = isPresent(child(at, "tests")) || child(at, "data_tests").value !== undefined;
  return {
    version: readVersionValue(required(at, "v")),
    at,
    definedIn: readOptional(child(at, "defined_in"), readString) ?? null,
    description: readGiven(child(at, "description"), readString) ?? "",
    config: { ...readGiven(child(at, "config"), readMapping) },
    access: readOptional(child(at, "access"), readString) ?? null,
    constraints: readModelConstraints(child(at, "constraints")),
    columns: columnsOf(child(at, "columns"), base, model),
    tests: hasTests ? dataTestsOf(at) : undefined,
    deprecationDate: readOptional(child(at, "deprecation_date"), readDate) ?? null,
  };
}

function readVersionValue(at: Located): Version {
  const { value } = at;
  const isVersion =
    typeof value === "string" || typeof value === "number" || value instanceof PyFloat;
  return isVersion ? value : wrongType(at, "a number or a string");
}

/** The model's columns that `include` and `exclude` leave, then the version's own. */
function columnsOf(at: Located, base: readonly Column[], model: string): readonly Column[] {
  const items = readGiven(at, readList) ?? [];
  const choices = items.filter(
    (item) => isMapping(item.value) && "include" in item.value && !("name" in item.value),
  );
  const own = items.filter((item) => !choices.includes(item)).map(readColumn);
  const [choice, second] = choices;
  if (second !== undefined) throw includeTwice(model, placeOf(second));
  const kept =
    choice === undefined ? base : base.filter(({ info }) => isIncluded(choice, info.name));
  return [...kept, ...own];
}

function isIncluded(choice: Located, column: string): boolean {
  const include = child(choice, "include");
  const all = include.value === "*" || include.value === "all";
  if (!all && !readStringList(include).includes(column)) return false;
  return !(readGiven(child(choice, "exclude"), readStringList) ?? []).includes(column);
}
