/** CAST between Spark's types with ANSI off, named `sp_<from>_to_<to>` as `src/sql` emits them. */
export const CAST_MACROS: readonly string[] = [
  `sp_trimmed(s) AS trim(s, ' \t\n\r')`,
  // Java's narrowing: the low bits, with their sign.
  `sp_bigint_to_int(x) AS CAST(xor(x & 4294967295, 2147483648) - 2147483648 AS INTEGER)`,
  `sp_bigint_to_smallint(x) AS CAST(xor(x & 65535, 32768) - 32768 AS SMALLINT)`,
  `sp_bigint_to_tinyint(x) AS CAST(xor(x & 255, 128) - 128 AS TINYINT)`,
  `sp_hugeint_to_bigint(x) AS CAST(xor(x & 18446744073709551615::HUGEINT, 9223372036854775808::HUGEINT) - 9223372036854775808::HUGEINT AS BIGINT)`,
  ...["int", "smallint", "tinyint"].map(
    (to) => `sp_hugeint_to_${to}(x) AS sp_bigint_to_${to}(CAST(x AS BIGINT))`,
  ),
  // Java's saturating (int) and (long) of a double.
  `sp_double_to_bigint(x) AS CASE WHEN isnan(x) THEN 0 WHEN x >= 9223372036854775807 THEN 9223372036854775807 WHEN x <= -9223372036854775808 THEN -9223372036854775808::BIGINT ELSE CAST(trunc(x) AS BIGINT) END`,
  `sp_double_to_int(x) AS CASE WHEN isnan(x) THEN 0 WHEN x >= 2147483647 THEN 2147483647 WHEN x <= -2147483648 THEN CAST(-2147483648 AS INTEGER) ELSE CAST(trunc(x) AS INTEGER) END`,
  `sp_double_to_smallint(x) AS sp_bigint_to_smallint(sp_double_to_int(x))`,
  `sp_double_to_tinyint(x) AS sp_bigint_to_tinyint(sp_double_to_int(x))`,
  ...["bigint", "int", "smallint", "tinyint"].map(
    (to) => `sp_float_to_${to}(x) AS sp_double_to_${to}(CAST(x AS DOUBLE))`,
  ),
  `sp_decimal_to_bigint(x) AS TRY_CAST(trunc(x) AS BIGINT)`,
  `sp_decimal_to_int(x) AS sp_bigint_to_int(TRY_CAST(trunc(x) AS BIGINT))`,
  `sp_decimal_to_smallint(x) AS sp_bigint_to_smallint(TRY_CAST(trunc(x) AS BIGINT))`,
  `sp_decimal_to_tinyint(x) AS sp_bigint_to_tinyint(TRY_CAST(trunc(x) AS BIGINT))`,
  `sp_double_to_float(x) AS CASE WHEN isnan(x) OR isinf(x) OR abs(x) <= 3.4028234663852886e38 THEN CAST(x AS FLOAT) WHEN x > 0 THEN CAST('inf' AS FLOAT) WHEN x < 0 THEN CAST('-inf' AS FLOAT) END`,
  ...stringToIntegrals(),

  `sp_string_to_double(s) AS CASE WHEN regexp_full_match(sp_trimmed(s), '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?[dDfF]?') THEN TRY_CAST(rtrim(sp_trimmed(s), 'dDfF') AS DOUBLE) WHEN lower(sp_trimmed(s)) = 'nan' THEN CAST('nan' AS DOUBLE) WHEN lower(sp_trimmed(s)) IN ('inf', '+inf', 'infinity', '+infinity') THEN CAST('inf' AS DOUBLE) WHEN lower(sp_trimmed(s)) IN ('-inf', '-infinity') THEN CAST('-inf' AS DOUBLE) END`,
  `sp_string_to_float(s) AS sp_double_to_float(sp_string_to_double(s))`,
  `sp_string_to_boolean(s) AS CASE WHEN lower(sp_trimmed(s)) IN ('t', 'true', 'y', 'yes', '1') THEN true WHEN lower(sp_trimmed(s)) IN ('f', 'false', 'n', 'no', '0') THEN false END`,
  `sp_string_to_date(s) AS CASE WHEN regexp_full_match(s, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(s AS DATE) ELSE js_text_to_date(s, current_setting('TimeZone')) END`,
  `sp_string_to_timestamp(s) AS CASE WHEN regexp_full_match(s, '[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?') THEN TRY_CAST(s AS TIMESTAMPTZ) ELSE js_text_to_timestamp(s, current_setting('TimeZone')) END`,
  `sp_string_to_timestamp_ntz(s) AS CASE WHEN regexp_full_match(s, '[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?') THEN TRY_CAST(s AS TIMESTAMP) ELSE js_text_to_timestamp_ntz(s) END`,
  `sp_string_to_interval(s) AS js_text_to_interval(s)`,
  `sp_string_to_year_month(s, a, b) AS js_text_to_year_month(s, a, b)`,
  `sp_string_to_day_time(s, a, b) AS js_text_to_day_time(s, a, b)`,
  // Text that DuckDB writes as Java does stays native.
  `sp_double_to_string(x) AS CASE WHEN x = 0 OR (abs(x) >= 0.001 AND abs(x) < 10000000) THEN CAST(x AS VARCHAR) ELSE js_double_text(x) END`,
  `sp_float_to_string(x) AS CASE WHEN x = 0 OR (abs(x) >= 0.001 AND abs(x) < 10000000) THEN CAST(x AS VARCHAR) ELSE js_float_text(x) END`,
  `sp_decimal_to_string(x) AS CASE WHEN abs(x) >= 0.000001 THEN CAST(x AS VARCHAR) ELSE js_small_decimal_text(CAST(x AS VARCHAR)) END`,
  `sp_timestamp_to_string(x) AS CAST(CAST(x AS TIMESTAMP) AS VARCHAR)`,
  `sp_timestamp_ntz_to_string(x) AS CAST(x AS VARCHAR)`,
  `sp_binary_to_string(x) AS coalesce(TRY(decode(x)), js_blob_text(x))`,
  `sp_interval_to_string(x) AS js_interval_text(x)`,
  `sp_year_month_to_string(x, a, b) AS js_year_month_text(x, a, b)`,
  `sp_day_time_to_string(x, a, b) AS js_day_time_text(x, a, b)`,
  `sp_months_of(x) AS CAST(extract('year' FROM x) * 12 + extract('month' FROM x) AS INTEGER)`,
  `sp_micros_of(x) AS epoch_us(x)`,
  `sp_floor_seconds(us) AS (us - ((us % 1000000 + 1000000) % 1000000)) // 1000000`,
  `sp_timestamp_to_bigint(x) AS sp_floor_seconds(epoch_us(x))`,
  `sp_timestamp_to_double(x) AS epoch_us(x) / 1000000.0::DOUBLE`,
  `sp_number_to_timestamp(x BIGINT) AS make_timestamptz(x * 1000000), (x DOUBLE) AS CASE WHEN isfinite(x) THEN make_timestamptz(CAST(trunc(x * 1000000) AS BIGINT)) END`,
  `sp_tinyint_to_binary(x) AS unhex(right(lpad(hex(CAST(x AS BIGINT)), 16, '0'), 2))`,
  `sp_smallint_to_binary(x) AS unhex(right(lpad(hex(CAST(x AS BIGINT)), 16, '0'), 4))`,
  `sp_int_to_binary(x) AS unhex(right(lpad(hex(CAST(x AS BIGINT)), 16, '0'), 8))`,
  `sp_bigint_to_binary(x) AS unhex(lpad(hex(CAST(x AS BIGINT)), 16, '0'))`,
];

/** A fraction is cut off without ANSI and refused with it (TRY_CAST); out of range is NULL in both. */
function stringToIntegrals(): readonly string[] {
  const types = { tinyint: "TINYINT", smallint: "SMALLINT", int: "INTEGER", bigint: "BIGINT" };
  const whole = `regexp_full_match(sp_trimmed(s), '[+-]?[0-9]+')`;
  const fraction = `regexp_full_match(sp_trimmed(s), '[+-]?[0-9]*\\.[0-9]*')`;
  const cut = `regexp_replace(split_part(sp_trimmed(s), '.', 1), '^([+-]?)$', '\\10')`;
  return Object.entries(types).flatMap(([name, type]) => [
    `sp_string_to_${name}(s) AS CASE WHEN ${whole} THEN TRY_CAST(sp_trimmed(s) AS ${type}) WHEN ${fraction} THEN TRY_CAST(${cut} AS ${type}) END`,
    `sp_try_string_to_${name}(s) AS CASE WHEN ${whole} THEN TRY_CAST(sp_trimmed(s) AS ${type}) END`,
  ]);
}
