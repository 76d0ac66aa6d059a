import { configValueExpected } from "../../errors/parse-errors.ts";
import { readFreshness } from "../freshness.ts";
import { coerceConfig } from "./coerce-config.ts";
import type { ConfigDict, ConfigKind } from "./config-fields.ts";

/**
 * The typed parts of a config in their full form: hooks as `{ sql, transaction, index }`, `docs`,
 * `contract` and the like with all their keys and no others. As dbt's dataclasses read them.
 */
export function normalizeConfig(kind: ConfigKind, config: ConfigDict): ConfigDict {
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (name in config && (kind !== "exposure" || name === "docs"))
      config[name] = shape(config[name]);
  }
  if (kind === "model" && "freshness" in config)
    config.freshness = modelFreshness(config.freshness);
  if (kind === "source" && "freshness" in config)
    config.freshness = readFreshness(config.freshness);
  return coerceConfig(kind, config);
}

type Shape = (value: unknown) => unknown;

const SHAPES: Readonly<Record<string, Shape>> = {
  "pre-hook": (value) => hooks("pre-hook", value),
  "post-hook": (value) => hooks("post-hook", value),
  docs: (value) => pick(value, { show: true, node_color: null }),
  contract: (value) => pick(value, { enforced: false, alias_types: true }),
  latest_version_pointer: (value) => pick(value, { enabled: null, alias: null }),
  snapshot_meta_column_names: (value) =>
    pick(value, {
      dbt_valid_to: null,
      dbt_valid_from: null,
      dbt_scd_id: null,
      dbt_updated_at: null,
      dbt_is_deleted: null,
    }),
  snowflake: (value) => pick(value, { quote_args: true }),
  cache: (value) => pick(value, { enabled: false }),
  // PyYAML reads `on` and `off` as booleans.
  static_analysis: (value) => (typeof value === "boolean" ? (value ? "on" : "off") : value),
  limit: integer,
};

function pick(value: unknown, defaults: ConfigDict): unknown {
  if (!isPlain(value)) return value;
  const picked: ConfigDict = {};
  for (const [key, fallback] of Object.entries(defaults))
    picked[key] = key in value ? value[key] : fallback;
  return picked;
}

function isPlain(value: unknown): value is ConfigDict {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function integer(value: unknown): unknown {
  if (typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  return value;
}

function hooks(name: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((hook: unknown) => hookOf(name, hook));
}

/** A hook is SQL, a dictionary, or what `before_begin()` and `after_commit()` give: JSON of one. */
function hookOf(name: string, hook: unknown): ConfigDict {
  const read = typeof hook === "string" ? fromJson(hook) : hook;
  const dict = isPlain(read) ? read : { sql: hook };
  if (typeof dict.sql !== "string") throw configValueExpected(name, "SQL", hook);
  return {
    sql: dict.sql,
    transaction: dict.transaction ?? true,
    index: dict.index ?? null,
  };
}

function fromJson(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // Not JSON: a hook's SQL may begin with a brace, such as `{{ my_hook() }}`.
  }
}

function modelFreshness(value: unknown): unknown {
  if (!isPlain(value) || !isPlain(value.build_after)) return null;
  return {
    build_after: pick(value.build_after, { count: null, period: null, updates_on: "any" }),
  };
}
