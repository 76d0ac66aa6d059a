import { checkKeys } from "../properties/known-keys.ts";
import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  placeOf,
  readChoice,
  readInteger,
  readList,
  readMapping,
  readOptional,
  readString,
  readStringList,
  readStringOrList,
  required,
} from "../../yaml/typed-readers.ts";
import { asJson, asJsonObject } from "../as-json.ts";
import {
  calculateConfig,
  calculateUnrenderedConfig,
  type ConfigInputs,
} from "../config/calculate-config.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { addDisabled, addUnique } from "../drafts/draft-manifest.ts";
import { fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { readGiven } from "../properties/read-given.ts";
import { readWhereFilter } from "./where-filter.ts";

/** One entry of `saved_queries:`. */
export function parseSavedQuery(environment: ParseEnvironment, entry: Entry): void {
  const { runtime, manifest } = environment;
  const { at, name } = entry;
  checkKeys(at, "saved query");
  const { packageName, path, originalFilePath } = entry.file.file;
  const id = `saved_query.${packageName}.${name}`;
  const fqn = [...fqnPrefix(packageName, path), name];
  const patch = { ...readGiven(child(at, "config"), readMapping) };
  const inputs: ConfigInputs = { kind: "saved_query", fqn, packageName, calls: {}, patch };
  const config = calculateConfig(runtime, inputs);
  const own = readOptional(child(at, "tags"), readStringOrList) ?? [];
  const query = {
    name,
    resource_type: "saved_query" as const,
    package_name: packageName,
    path,
    original_file_path: originalFilePath,
    unique_id: id,
    fqn,
    query_params: readQuery(required(at, "query_params")),
    exports: (readGiven(child(at, "exports"), readList) ?? []).map((each) =>
      readExport(environment, each, config),
    ),
    description: readOptional(child(at, "description"), readString) ?? null,
    label: readOptional(child(at, "label"), readString) ?? null,
    metadata: null,
    config: asJsonObject(config),
    unrendered_config: asJsonObject(calculateUnrenderedConfig(runtime, inputs)),
    group: (config.group as string | null | undefined) ?? null,
    depends_on: { macros: [], nodes: [] },
    created_at: runtime.startedAt.getTime() / 1000,
    refs: [],
    tags: [...new Set([...own, ...tagsOf(config)])].sort(),
  };
  if (config.enabled === false) addDisabled(manifest, id, { resource: query });
  else addUnique(manifest, manifest.savedQueries, { id, value: query, place: placeOf(at) });
}

function tagsOf(config: ConfigDict): readonly string[] {
  const tags = config.tags;
  if (typeof tags === "string") return [tags];
  return Array.isArray(tags) ? (tags as string[]) : [];
}

function readQuery(at: Located): Json {
  readMapping(at);
  checkKeys(at, "saved query's query_params");
  const texts = (key: string): readonly string[] => readGiven(child(at, key), readStringList) ?? [];
  return {
    metrics: texts("metrics"),
    group_by: texts("group_by"),
    where: readWhereFilter(child(at, "where")),
    order_by: texts("order_by"),
    limit: readOptional(child(at, "limit"), readInteger) ?? null,
  };
}

/** An export takes what it does not set from the query's config, and names as a model would. */
function readExport({ templates }: ParseEnvironment, at: Located, ofQuery: ConfigDict): Json {
  checkKeys(at, "export");
  const name = readString(required(at, "name"));
  const own = readGiven(child(at, "config"), readMapping) ?? {};
  const given = (key: string): string | null => {
    const value = own[key] ?? ofQuery[key];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const facts: ConfigDict = { name, config: own, unrendered_config: own };
  const owner = { packageName: null, fact: (key: string) => facts[key] };
  const generated = (component: "database" | "schema" | "alias"): string | null => {
    const custom = component === "schema" ? null : given(component);
    const value = templates.generateName(component, owner, custom);
    return typeof value === "string" ? value.trim() : null;
  };
  const as = child(child(at, "config"), "export_as");
  return {
    name,
    config: {
      export_as:
        readOptional(as, (each) => readChoice(each, ["table", "view"] as const)) ??
        given("export_as"),
      schema_name: given("schema_name") ?? given("schema") ?? generated("schema"),
      alias: given("alias") ?? generated("alias"),
      database: generated("database") ?? given("database"),
    },
    unrendered_config: asJson(own),
  };
}
