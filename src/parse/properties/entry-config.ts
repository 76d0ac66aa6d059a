import { checkKeys } from "./known-keys.ts";
import { attributeTwice } from "../../errors/properties-errors.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { child, isMapping, placeOf, readMapping, wrongType } from "../../yaml/typed-readers.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { readGiven } from "./read-given.ts";

/** Keys that once stood beside `config:` and now belong inside. */
const MOVED = ["meta", "docs", "group", "contract", "access"] as const;

/** An entry's `config:`, with the older spellings beside it moved in. Both at once is an error. */
export function readEntryConfig(at: Located, owner: string): ConfigDict {
  const config: ConfigDict = { ...readGiven(child(at, "config"), readMapping) };
  checkKeys(child(at, "docs"), "docs");
  for (const key of MOVED) {
    const beside = child(at, key);
    if (beside.value === undefined) continue;
    if (key in config) throw attributeTwice(key, owner, placeOf(beside));
    if ((key === "meta" || key === "docs") && !isMapping(beside.value))
      wrongType(beside, "a mapping");
    config[key] = beside.value;
  }
  return config;
}
