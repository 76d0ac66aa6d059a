import { readFlag, readKeys, readMap, readNames } from "./config-values.ts";

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

const CONFIG = "lf_tags_config";

export function readTagsConfig(config: Readonly<Record<string, unknown>>): TagsConfig {
  readKeys(CONFIG, "", config, [
    "enabled",
    "drop_existing",
    "tags_database",
    "tags_table",
    "tags_columns",
  ]);
  return {
    enabled: readFlag(CONFIG, "enabled", config.enabled),
    dropExisting: readFlag(CONFIG, "drop_existing", config.drop_existing),
    database: readTags("tags_database", config.tags_database),
    table: readTags("tags_table", config.tags_table),
    columns: new Map(
      Object.entries(readMap(CONFIG, "tags_columns", config.tags_columns)).map(([key, values]) => [
        key,
        readColumnTags(key, values),
      ]),
    ),
  };
}

function readTags(path: string, value: unknown): Tags {
  return new Map(
    Object.entries(readMap(CONFIG, path, value)).map(([key, item]) => [key, String(item)]),
  );
}

function readColumnTags(key: string, values: unknown): ReadonlyMap<string, readonly string[]> {
  const path = `tags_columns.${key}`;
  return new Map(
    Object.entries(readMap(CONFIG, path, values)).map(([value, columns]) => [
      value,
      readNames(CONFIG, `${path}.${value}`, columns),
    ]),
  );
}
