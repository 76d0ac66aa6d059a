import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  child,
  locate,
  readList,
  readMapping,
  readOptional,
  readText,
  required,
} from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import type { SelectorEntry, SelectorsFile } from "./project-config.ts";
import { renderYamlValue } from "./render-yaml-value.ts";
import type { RenderText } from "./render-yaml-value.ts";

/**
 * Reads selectors.yml of a project, rendered. What the definitions mean is for `src/select` to
 * say. Undefined where there is no file or it is empty.
 */
export function readSelectorsFile(root: string, render: RenderText): SelectorsFile | undefined {
  const path = join(root, "selectors.yml");
  if (!existsSync(path)) return undefined;
  const document = readYaml(readFileSync(path, "utf8"), "selectors.yml");
  if (document.value === null) return undefined;
  const file = locate(document, renderYamlValue(document.value, { document, render }));
  readMapping(file);
  const entries = readOptional(child(file, "selectors"), readList) ?? [];
  return { entries: entries.map(readEntry), document };
}

function readEntry(at: Located, index: number): SelectorEntry {
  readMapping(at);
  return {
    name: readText(required(at, "name")),
    description: readOptional(child(at, "description"), readText),
    default: child(at, "default").value === true,
    definition: required(at, "definition").value,
    index,
  };
}
