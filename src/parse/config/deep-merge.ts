import { isMapping } from "../../yaml/typed-readers.ts";
import type { ConfigDict } from "./config-fields.ts";

/**
 * `base` with `update` merged into it, dictionaries at all depths; the items of an updated list come
 * before those it had. dbt's `deep_merge`. Changes neither.
 */
export function deepMerge(base: ConfigDict, update: ConfigDict): ConfigDict {
  const merged = { ...base };
  for (const [key, value] of Object.entries(update))
    merged[key] = mergeItem(merged[key], value, key in merged);
  return merged;
}

function mergeItem(old: unknown, value: unknown, isThere: boolean): unknown {
  if (isMapping(value)) return deepMerge(isMapping(old) ? old : {}, value);
  if (!Array.isArray(value) || !isThere) return value;
  return [...(value as unknown[]), ...(Array.isArray(old) ? (old as unknown[]) : [])];
}
