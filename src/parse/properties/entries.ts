import { renderYamlValue } from "../../config/render-yaml-value.ts";
import { entryWithoutName, inEntry } from "../../errors/properties-errors.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import {
  child,
  locate,
  readList,
  readMapping,
  readString,
  wrongType,
} from "../../yaml/typed-readers.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { isRenderedLate, type PropertiesKey } from "./is-rendered-late.ts";
import type { PropertiesFile } from "./properties-file.ts";

/** One item of a section, rendered. */
export interface Entry {
  readonly file: PropertiesFile;
  readonly key: PropertiesKey;
  readonly name: string;
  readonly at: Located;
  readonly value: Mapping;
  /** As written. */
  readonly raw: Mapping;
}

/**
 * Hands every item of a section to `use`, in order. An error inside one says whose entry it is in.
 * Absent sections have no items; empty ones are an error.
 */
export function forEachEntry(
  environment: ParseEnvironment,
  file: PropertiesFile,
  key: PropertiesKey,
  use: (entry: Entry) => void,
): void {
  if (!Object.hasOwn(file.sections, key)) return;
  for (const at of readList(child(locate(file.document), key))) {
    const raw = readMapping(at);
    if (!("name" in raw) && !("model" in raw))
      throw entryWithoutName(key, file.document.placeOf(at.path));
    withOwner(`${SINGULAR[key]} ${quoted(raw.name ?? raw.model)}`, () => {
      use(renderEntry(environment, file, key, { at, raw }));
    });
  }
}

const SINGULAR: Readonly<Record<PropertiesKey, string>> = {
  models: "model",
  seeds: "seed",
  snapshots: "snapshot",
  sources: "source",
  macros: "macro",
  analyses: "analysis",
  exposures: "exposure",
  metrics: "metric",
  groups: "group",
  semantic_models: "semantic model",
  saved_queries: "saved query",
  unit_tests: "unit test",
  data_tests: "data test",
  functions: "function",
};

function quoted(name: unknown): string {
  return `"${typeof name === "string" ? name : JSON.stringify(name)}"`;
}

function withOwner(owner: string, use: () => void): void {
  try {
    use();
  } catch (error) {
    throw isEngineError(error) && error.kind === "user" ? inEntry(error, owner) : error;
  }
}

function renderEntry(
  environment: ParseEnvironment,
  file: PropertiesFile,
  key: PropertiesKey,
  { at, raw }: { at: Located; raw: Mapping },
): Entry {
  const render = environment.templates.yamlRenderer(file.file.packageName);
  const shouldRender = (path: Located["path"]): boolean =>
    !isRenderedLate(key, path.slice(at.path.length));
  const value = renderYamlValue(raw, { document: file.document, render, shouldRender }, at.path);
  const rendered: Located = { ...at, value };
  const mapping = readMapping(rendered);
  const name = child(rendered, "name");
  if (name.value !== undefined && typeof name.value !== "string") wrongType(name, "a string");
  return {
    file,
    key,
    name: name.value === undefined ? "" : readString(name),
    at: rendered,
    value: mapping,
    raw,
  };
}

/** `config:` of an entry as written, if there is any. */
export function rawConfig(raw: Mapping): ConfigDict | undefined {
  const config = raw.config;
  const isGiven = typeof config === "object" && config !== null && Object.keys(config).length > 0;
  return isGiven ? (config as ConfigDict) : undefined; // The rendered twin has been read as a mapping.
}
