import { governanceConfig } from "../../../errors/session-errors.ts";

/** A model's `lf_tags_config`, checked. */
export interface TagsConfig {
  readonly enabled: boolean;
  /** Remove tags that the configuration does not name. */
  readonly dropExisting: boolean;
  readonly database: Tags;
  readonly table: Tags;
  /** Key -> value -> columns. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export type Tags = ReadonlyMap<string, string>;

const KEYS = ["enabled", "drop_existing", "tags_database", "tags_table", "tags_columns"];

export function readTagsConfig(config: Readonly<Record<string, unknown>>): TagsConfig {
  const unknown = Object.keys(config).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw governanceConfig("lf_tags_config", `"${unknown}" is none of its keys`, KEYS.join(", "));
  return {
    enabled: config.enabled === true,
    dropExisting: config.drop_existing === true,
    database: readTags(config.tags_database, "tags_database"),
    table: readTags(config.tags_table, "tags_table"),
    columns: new Map(
      entries(config.tags_columns, "tags_columns").map(([key, values]) => [
        key,
        new Map(
          entries(values, `tags_columns.${key}`).map(([value, names]) => [
            value,
            readColumns(names, `tags_columns.${key}.${value}`),
          ]),
        ),
      ]),
    ),
  };
}

function readTags(value: unknown, name: string): Tags {
  return new Map(entries(value, name).map(([key, item]) => [key, String(item)]));
}

function entries(value: unknown, name: string): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || Array.isArray(value))
    throw governanceConfig("lf_tags_config", `"${name}" must be a map`, "tag_key: tag_value");
  return Object.entries(value);
}

function readColumns(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "string") return [value];
  throw governanceConfig("lf_tags_config", `"${name}" must list columns`, "[column, ...]");
}
