const ZERO_INDEX =
  "error('[INVALID_INDEX_OF_ZERO] The index 0 is invalid. An index shall be either < 0 or > 0 (the first element has index 1).')";

/** Arrays and maps. `x[0]` is a NULL of the element's type. */
export const COLLECTION_MACROS: readonly string[] = [
  `sp_has_null(x) AS list_position(x, NULL) IS NOT NULL`,
  `sp_any_true(x) AS CASE WHEN list_contains(x, true) THEN true WHEN sp_has_null(x) THEN NULL WHEN x IS NOT NULL THEN false END`,
  `sp_all_true(x) AS CASE WHEN list_contains(x, false) THEN false WHEN sp_has_null(x) THEN NULL WHEN x IS NOT NULL THEN true END`,
  `sp_array_contains(x, v) AS CASE WHEN x IS NULL OR v IS NULL THEN NULL WHEN list_contains(x, v) THEN true WHEN sp_has_null(x) THEN NULL ELSE false END`,
  `sp_array_position(x, v) AS CASE WHEN x IS NOT NULL AND v IS NOT NULL THEN CAST(coalesce(list_position(x, v), 0) AS BIGINT) END`,
  `sp_array_remove(x, v) AS CASE WHEN v IS NOT NULL THEN list_filter(x, lambda e: e IS DISTINCT FROM v) END`,
  `sp_array_distinct(x) AS list_filter(x, lambda e, i: list_position(x, e) = i)`,
  `sp_array_union(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN sp_array_distinct(list_concat(a, b)) END`,
  `sp_array_intersect(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_filter(sp_array_distinct(a), lambda e: list_position(b, e) IS NOT NULL) END`,
  `sp_array_except(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_filter(sp_array_distinct(a), lambda e: list_position(b, e) IS NULL) END`,
  `sp_arrays_overlap(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN list_has_any(a, b) THEN true WHEN len(a) > 0 AND len(b) > 0 AND (sp_has_null(a) OR sp_has_null(b)) THEN NULL ELSE false END`,
  `sp_array_join(x, d, n) AS array_to_string(CASE WHEN n IS NULL THEN list_filter(x, lambda e: e IS NOT NULL) ELSE list_transform(x, lambda e: coalesce(e, n)) END, d)`,
  `sp_array_repeat(v, n) AS CASE WHEN n IS NOT NULL THEN list_transform(range(CAST(greatest(n, 0) AS BIGINT)), lambda i: v) END`,
  `sp_nulls_of(x, n) AS list_transform(range(CAST(greatest(n, 0) AS BIGINT)), lambda i: x[0])`,
  `sp_array_insert(x, p, v) AS CASE WHEN x IS NULL OR p IS NULL THEN NULL WHEN p = 0 THEN ${ZERO_INDEX} WHEN p > len(x) THEN list_append(list_concat(x, sp_nulls_of(x, p - len(x) - 1)), v) WHEN p > 0 THEN list_concat(list_append(list_slice(x, 1, p - 1), v), list_slice(x, p, len(x))) WHEN -p <= len(x) THEN list_concat(list_append(list_slice(x, 1, len(x) + p + 1), v), list_slice(x, len(x) + p + 2, len(x))) ELSE list_prepend(v, list_concat(sp_nulls_of(x, -p - len(x) - 1), x)) END`,
  `sp_slice(x, s, n) AS CASE WHEN s = 0 THEN error('[INVALID_PARAMETER_VALUE.START] The value of parameter(s) \`start\` in \`slice\` is invalid: Expects a positive or a negative value for \`start\`, but got 0.') WHEN n < 0 THEN error('[INVALID_PARAMETER_VALUE.LENGTH] The value of parameter(s) \`length\` in \`slice\` is invalid: Expects \`length\` greater than or equal to 0, but got ' || n || '.') WHEN s > 0 THEN list_slice(x, s, CAST(s AS BIGINT) + n - 1) WHEN -s > len(x) THEN list_slice(x, 2, 1) ELSE list_slice(x, len(x) + s + 1, len(x) + s + n) END`,
  `sp_flatten(x) AS CASE WHEN NOT sp_has_null(x) THEN flatten(x) END`,
  `sp_shuffle(x) AS list_transform(list_sort(list_transform(x, lambda e: {'r': random(), 'e': e})), lambda p: p.e)`,
  `sp_element_at(x, i) AS CASE WHEN i = 0 THEN ${ZERO_INDEX} ELSE x[i] END`,
  `sp_sequence(a, b, s) AS CASE WHEN s IS NULL THEN CASE WHEN a <= b THEN generate_series(a, b, 1) ELSE generate_series(a, b, -1) END WHEN a = b THEN [a] WHEN s = 0 OR (s > 0 AND a > b) OR (s < 0 AND a < b) THEN error('[INVALID_SEQUENCE] Illegal sequence boundaries: ' || a || ' to ' || b || ' by ' || s) ELSE generate_series(a, b, s) END`,
  // Each moment is the start and so many steps: 31 January, 29 February, 31 March.
  `sp_steps_between(a, b, s) AS CASE WHEN sp_months_of(s) <> 0 THEN abs(datediff('month', a, b)) // abs(sp_months_of(s)) + 1 ELSE abs(epoch_us(b) - epoch_us(a)) // greatest(abs(epoch_us(s)), 1) END`,
  `sp_stepped(a, b, s) AS list_filter(list_transform(range(CAST(sp_steps_between(a, b, s) + 1 AS BIGINT)), lambda i: a + s * CAST(i AS INTEGER)), lambda m: CASE WHEN a <= b THEN m <= b ELSE m >= b END)`,
  `sp_sequence_moments(a, b, s) AS sp_moments(a, b, CAST(s AS INTERVAL))`,
  `sp_moments(a, b, s) AS CASE WHEN s IS NULL THEN CASE WHEN a <= b THEN sp_stepped(a, b, INTERVAL 1 DAY) ELSE sp_stepped(a, b, INTERVAL (-1) DAY) END WHEN a = b THEN [a] WHEN a < b AND s <= to_microseconds(0) OR a > b AND s >= to_microseconds(0) THEN error('[INVALID_SEQUENCE] Illegal sequence boundaries: ' || a || ' to ' || b || ' by ' || s) ELSE sp_stepped(a, b, s) END`,
  `sp_weighted_percentile(x, n, p) AS list_aggregate(flatten(list_transform(list_zip(x, n), lambda z: sp_array_repeat(z[1], z[2]))), 'quantile_cont', p)`,
  `sp_moment(x, k) AS list_avg(list_transform(x, lambda e: pow(e - list_avg(x), k)))`,
  `sp_skewness(x) AS CASE WHEN sp_moment(list_filter(x, lambda e: e IS NOT NULL), 2) > 0 THEN sp_moment(list_filter(x, lambda e: e IS NOT NULL), 3) / pow(sp_moment(list_filter(x, lambda e: e IS NOT NULL), 2), 1.5) END`,
  `sp_map_contains_key(m, k) AS map_contains(m, k)`,
  `sp_checked_map(k, v) AS CASE WHEN sp_has_null(k) THEN error('[NULL_MAP_KEY] Cannot use null as map key.') WHEN len(sp_array_distinct(k)) < len(k) THEN error('[DUPLICATED_MAP_KEY] Duplicate map key was found, please check the input data. If you want to remove the duplicated keys, you can set "spark.sql.mapKeyDedupPolicy" to "LAST_WIN" so that the key inserted at last takes precedence.') ELSE map(k, v) END`,
  `sp_map_concat(l) AS CASE WHEN NOT sp_has_null(l) THEN sp_checked_map(flatten(list_transform(l, lambda m: map_keys(m))), flatten(list_transform(l, lambda m: map_values(m)))) END`,
  `sp_str_to_map(s, p, k) AS js_text_to_map(s, p, k)`,
];
