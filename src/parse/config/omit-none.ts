import type { ConfigDict, ConfigKind } from "./config-fields.ts";
import { configFields } from "./config-fields.ts";

const DATACLASSES = new Set([
  "docs",
  "contract",
  "latest_version_pointer",
  "freshness",
  "snapshot_meta_column_names",
  "snowflake",
  "cache",
]);

/**
 * A config without the fields that are null, as dbt's `to_dict(omit_none=True)`: also inside hooks,
 * `docs` and the like, but never in the user's own keys and dictionaries.
 */
export function omitNone(kind: ConfigKind, config: ConfigDict): ConfigDict {
  const fields = configFields(kind);
  const kept: ConfigDict = {};
  for (const [name, value] of Object.entries(config)) {
    const field = fields.get(name);
    if (field !== undefined && value === null) continue;
    if (field?.type === "hooks" && Array.isArray(value)) kept[name] = value.map(withoutNulls);
    else kept[name] = field !== undefined && DATACLASSES.has(name) ? withoutNulls(value) : value;
  }
  return kept;
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept: ConfigDict = {};
  for (const [key, each] of Object.entries(value))
    if (each !== null) kept[key] = withoutNulls(each);
  return kept;
}
