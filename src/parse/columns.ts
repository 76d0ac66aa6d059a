import type { ColumnInfo } from "../manifest/node-parts.ts";
import type { Json } from "../util/json.ts";
import type { Located, Mapping } from "../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  readBoolean,
  readChoice,
  readList,
  readMapping,
  readOptional,
  readString,
  readStringList,
  required,
} from "../yaml/typed-readers.ts";
import { asJson, asJsonObject } from "./as-json.ts";
import { readColumnConstraints } from "./constraints.ts";
import { checkKeys } from "./properties/known-keys.ts";
import { readGiven } from "./properties/read-given.ts";
import { dataTestsOf } from "./tests/data-tests-of.ts";

/** A column of a properties file, with what its tests need. */
export interface Column {
  readonly info: ColumnInfo;
  readonly at: Located;
  readonly tests: readonly Located[];
}

export const GRANULARITIES = [
  "nanosecond",
  "microsecond",
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
] as const;

const KNOWN = new Set([
  "name",
  "description",
  "meta",
  "data_type",
  "constraints",
  "docs",
  "config",
  "data_tests",
  "tests",
  "quote",
  "tags",
  "granularity",
  "dimension",
  "entity",
  "doc_blocks",
]);

/** Reads `columns:`; absent means none. */
export function readColumns(at: Located): Column[] {
  return readGiven(at, (list) => readList(list).map(readColumn)) ?? [];
}

/** The columns by name, the last of equal names winning. */
export function columnsByName(columns: readonly Column[]): Record<string, ColumnInfo> {
  return Object.fromEntries(columns.map(({ info }) => [info.name, info]));
}

/** Reads one column. `meta` and `tags` of its config join those beside it. */
export function readColumn(at: Located): Column {
  const own = readMapping(at);
  checkKeys(child(at, "docs"), "docs");
  const name = readString(required(at, "name"));
  const config = readGiven(child(at, "config"), readMapping) ?? {};
  const meta = asJsonObject({
    ...readGiven(child(at, "meta"), readMapping),
    ...(isMapping(config.meta) ? config.meta : {}),
  });
  const tags = [
    ...new Set([...(readGiven(child(at, "tags"), readStringList) ?? []), ...configTags(config)]),
  ];
  const info: ColumnInfo = {
    name,
    description: readGiven(child(at, "description"), readString) ?? "",
    meta,
    data_type: readOptional(child(at, "data_type"), readString) ?? null,
    constraints: readColumnConstraints(child(at, "constraints")),
    quote: readOptional(child(at, "quote"), readBoolean) ?? null,
    config: { meta, tags },
    tags,
    granularity:
      readOptional(child(at, "granularity"), (each) => readChoice(each, GRANULARITIES)) ?? null,
    dimension: semanticPart(own, "dimension"),
    entity: semanticPart(own, "entity"),
    doc_blocks: [],
    ...extras(own),
  };
  return { info, at, tests: dataTestsOf(at) };
}

/** Strings and lists of strings; dbt leaves out anything else without a word. */
function configTags(config: Mapping): readonly string[] {
  const tags = config.tags;
  if (typeof tags === "string") return [tags];
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [];
}

const DIMENSION_FIELDS = {
  type: null,
  description: null,
  label: null,
  is_partition: false,
  config: {},
  validity_params: null,
};
const ENTITY_FIELDS = { type: null, description: null, label: null, config: {} };

/** A column's dimension or entity of the semantic layer: a type, or a mapping with defaults. */
function semanticPart(own: Mapping, key: "dimension" | "entity"): Json {
  const part = own[key];
  if (!isMapping(part)) return asJson(part ?? null);
  const fields = key === "dimension" ? DIMENSION_FIELDS : ENTITY_FIELDS;
  const full: Record<string, unknown> = { name: part.name ?? own.name };
  for (const [name, fallback] of Object.entries(fields)) full[name] = part[name] ?? fallback;
  full.description ??= own.description ?? null;
  return asJson(full);
}

function extras(own: Mapping): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const [key, value] of Object.entries(own)) if (!KNOWN.has(key)) found[key] = asJson(value);
  return found;
}
