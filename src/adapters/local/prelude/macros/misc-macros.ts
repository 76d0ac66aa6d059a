const HASH_KINDS = [
  "void",
  "boolean",
  "int",
  "bigint",
  "float",
  "double",
  "decimal",
  "string",
  "binary",
  "date",
  "timestamp",
  "timestamp_ntz",
  "interval",
  "year_month",
  "day_time",
  "array",
  "map",
  "struct",
  "unknown",
] as const;

/** JSON, hashes, and everything that is in no other family. */
export const MISC_MACROS: readonly string[] = [
  `sp_percentile_disc_legacy(l, p) AS list_extract(l, CAST(floor((len(l) - 1) * p) AS BIGINT) + 1)`,
  `sp_get_json_object(s, p) AS js_get_json_object(s, p)`,
  `sp_json_array_length(s) AS js_json_array_length(s)`,
  `sp_json_object_keys(s) AS js_json_object_keys(s)`,
  // JSON text that has exactly the schema's shape; src/sql casts it to the schema's type.
  `sp_from_json(s, t, o) AS js_from_json(s, t, o, sp_zone())`,
  `sp_from_csv(s, t, o) AS js_from_csv(s, t, o, sp_zone())`,
  `sp_to_csv(v, t, o) AS js_to_csv(v, t, o, sp_zone())`,
  `sp_to_json(v, t, o) AS js_to_json(v, t, o, sp_zone())`,
  // Murmur3 and XXH64 of a value of any type, seeded with the hash of the values before it.
  ...HASH_KINDS.flatMap((kind) => [
    `sp_hash_${kind}(x, seed) AS js_hash(x, seed)`,
    `sp_xxhash64_${kind}(x, seed) AS js_xxhash64(x, CAST(seed AS BIGINT))`,
  ]),
  `sp_assert_true(c, m) AS CASE WHEN NOT coalesce(c, false) THEN error(m) END`,
  `sp_version() AS '3.5.4 0000000000000000000000000000000000000000'`,
  `sp_current_user() AS 'dbt'`,
];
