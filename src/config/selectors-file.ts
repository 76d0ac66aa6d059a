import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { selectorDefinition } from "../errors/selector-errors.ts";
import {
  child,
  locate,
  placeOf,
  readBoolean,
  readList,
  readMapping,
  readString,
  required,
} from "../yaml/typed-readers.ts";
import type { Located, Mapping } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { parseSelectorDefinition } from "./parse-selector-definition.ts";
import type { Selector } from "./project-config.ts";
import { renderYamlValue } from "./render-yaml-value.ts";
import type { RenderText } from "./render-yaml-value.ts";
import { selectorDictionary } from "./selector-dictionary.ts";

/**
 * Reads selectors.yml of a project, rendered, by name in order; of equal names the last counts.
 * Undefined where there is no file or it is empty.
 */
export function readSelectorsFile(
  root: string,
  render: RenderText,
): ReadonlyMap<string, Selector> | undefined {
  const path = join(root, "selectors.yml");
  if (!existsSync(path)) return undefined;
  const document = readYaml(readFileSync(path, "utf8"), "selectors.yml");
  if (document.value === null) return undefined;
  const file = locate(document, renderYamlValue(document.value, { document, render }));
  checkKeys(file, ["selectors", "version"]);
  const listed = child(file, "selectors");
  const entries = listed.value === undefined ? [] : readList(listed);
  const selectors = entries.map(readSelector);
  checkOneDefault(selectors, entries);
  return new Map(selectors.map((selector) => [selector.name, selector]));
}

function readSelector(at: Located): Selector {
  const entry = checkKeys(at, ["name", "definition", "description", "default"]);
  const definition = required(at, "definition");
  if (!("name" in entry)) {
    throw selectorDefinition(
      'A selector has a "definition" here and no "name".',
      placeOf(at),
      "Add `name:`, so that --selector can ask for it.",
    );
  }
  const given = <T>(key: string, read: (at: Located) => T): T | undefined =>
    key in entry ? read(child(at, key)) : undefined;
  given("description", readString);
  return {
    name: readString(required(at, "name")),
    default: given("default", readBoolean) ?? false,
    spec: parseSelectorDefinition(definition),
    manifestEntry: { ...entry, definition: selectorDictionary(definition.value) },
  };
}

function checkKeys(at: Located, known: readonly string[]): Mapping {
  const entry = readMapping(at);
  const stranger = Object.keys(entry).find((key) => !known.includes(key));
  if (stranger === undefined) return entry;
  throw selectorDefinition(
    `"${stranger}" means nothing here: the keys are ${known.join(", ")}.`,
    placeOf(child(at, stranger)),
  );
}

function checkOneDefault(selectors: readonly Selector[], entries: readonly Located[]): void {
  const first = selectors.find((selector) => selector.default);
  const second = selectors.findLastIndex((selector) => selector.default);
  const at = entries[second];
  if (!first || !at || selectors[second] === first) return;
  throw selectorDefinition(
    `Two selectors have \`default: true\`: "${first.name}" and "${selectors[second]?.name ?? ""}".`,
    placeOf(at),
  );
}
