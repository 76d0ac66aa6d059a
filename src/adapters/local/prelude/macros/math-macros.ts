/** Numbers. Where DuckDB refuses an argument, Spark's NaN or NULL. */
export const MATH_MACROS: readonly string[] = [
  `sp_nan() AS CAST('nan' AS DOUBLE)`,
  `sp_nan_to_null(x) AS CASE WHEN NOT isnan(x) THEN x END`,
  `sp_acos(x) AS CASE WHEN abs(x) <= 1 THEN acos(x) WHEN x IS NOT NULL THEN sp_nan() END`,
  `sp_asin(x) AS CASE WHEN abs(x) <= 1 THEN asin(x) WHEN x IS NOT NULL THEN sp_nan() END`,
  `sp_acosh(x) AS CASE WHEN x >= 1 THEN acosh(x) WHEN x IS NOT NULL THEN sp_nan() END`,
  `sp_atanh(x) AS CASE WHEN x = 1 THEN CAST('inf' AS DOUBLE) WHEN x = -1 THEN CAST('-inf' AS DOUBLE) WHEN abs(x) < 1 THEN atanh(x) WHEN x IS NOT NULL THEN sp_nan() END`,
  `sp_reciprocal(x) AS CASE WHEN x = 0 THEN CAST('inf' AS DOUBLE) ELSE 1 / x END`,
  `sp_interval_divisor(x) AS CASE WHEN x = 0 THEN error('[INTERVAL_DIVIDED_BY_ZERO] Division by zero.') ELSE x END`,
  `sp_reciprocal(x) AS CASE WHEN x = 0 THEN CAST('inf' AS DOUBLE) ELSE 1 / x END`,
  `sp_interval_divisor(x) AS CASE WHEN x = 0 THEN error('[INTERVAL_DIVIDED_BY_ZERO] Division by zero.') ELSE x END`,
  `sp_sqrt(x) AS CASE WHEN x >= 0 THEN sqrt(x) WHEN x IS NOT NULL THEN sp_nan() END`,
  `sp_ln(x) AS CASE WHEN x > 0 THEN ln(x) END`,
  `sp_log(b, x) AS CASE WHEN x > 0 AND b > 0 THEN ln(x) / ln(b) END`,
  `sp_log10(x) AS CASE WHEN x > 0 THEN log10(x) END`,
  `sp_log2(x) AS CASE WHEN x > 0 THEN log2(x) END`,
  `sp_log1p(x) AS CASE WHEN x > -1 THEN js_log1p(x) END`,
  `sp_expm1(x) AS js_expm1(x)`,
  `sp_cbrt(x) AS CASE WHEN pow(round(cbrt(x)), 3) = x THEN round(cbrt(x)) ELSE cbrt(x) END`,
  `sp_hypot(x, y) AS sqrt(x * x + y * y)`,
  `sp_factorial(n) AS CASE WHEN n BETWEEN 0 AND 20 THEN CAST(factorial(n) AS BIGINT) END`,
  `sp_pmod(a, b) AS CASE WHEN (a % b) < 0 THEN (a % b + b) % b ELSE a % b END`,
  `sp_bin(x) AS bin(x)`,
  `sp_hex_bigint(x) AS hex(x)`,
  `sp_unhex(s) AS CASE WHEN regexp_full_match(s, '[0-9a-fA-F]*') THEN unhex(CASE WHEN length(s) % 2 = 1 THEN '0' || s ELSE s END) END`,
  `sp_getbit(x, n) AS CASE WHEN n BETWEEN 0 AND 63 THEN CAST(js_shift_right_unsigned(x, n) & 1 AS TINYINT) WHEN n IS NOT NULL THEN error('[INVALID_PARAMETER_VALUE.BIT_POSITION_RANGE] The value of parameter(s) \`pos\` in \`getbit\` is invalid: Expects a bit position between 0 and 63, but got ' || n || '.') END`,
  // Bitmaps have 4 KB: 32,768 positions in each bucket.
  `sp_bitmap_bit_position(x) AS CASE WHEN x > 0 THEN (x - 1) % 32768 ELSE -x % 32768 END`,
  `sp_bitmap_bucket_number(x) AS CASE WHEN x > 0 THEN 1 + (x - 1) // 32768 ELSE x // 32768 END`,
  // Java takes the distance modulo the width; DuckDB refuses what overflows.
  `sp_shiftleft(x INTEGER, n) AS sp_bigint_to_int(js_shift_left(CAST(x AS BIGINT), n & 31)), (x BIGINT, n) AS js_shift_left(x, n)`,
  `sp_shiftright(x INTEGER, n) AS CASE WHEN x < 0 THEN -1 - ((-1 - x) >> (n & 31)) ELSE x >> (n & 31) END, (x BIGINT, n) AS CASE WHEN x < 0 THEN -1 - ((-1 - x) >> (n & 63)) ELSE x >> (n & 63) END`,
  `sp_shiftrightunsigned(x INTEGER, n) AS sp_bigint_to_int((CAST(x AS BIGINT) & 4294967295) >> (n & 31)), (x BIGINT, n) AS js_shift_right_unsigned(x, n)`,
  `sp_conv(s, a, b) AS js_conv(s, a, b)`,
  `sp_width_bucket(v, lo, hi, n) AS CASE WHEN v IS NULL OR lo IS NULL OR hi IS NULL OR n <= 0 OR n = 9223372036854775807 OR lo = hi OR isnan(v) OR NOT isfinite(lo) OR NOT isfinite(hi) THEN NULL WHEN lo < hi THEN CASE WHEN v < lo THEN 0 WHEN v >= hi THEN n + 1 ELSE CAST(floor(n * (v - lo) / (hi - lo)) AS BIGINT) + 1 END ELSE CASE WHEN v > lo THEN 0 WHEN v <= hi THEN n + 1 ELSE CAST(floor(n * (lo - v) / (lo - hi)) AS BIGINT) + 1 END END`,
  `sp_randn() AS sqrt(-2e0 * ln(1e0 - random())) * cos(6.283185307179586e0 * random()), (seed) AS sqrt(-2e0 * ln(1e0 - random())) * cos(6.283185307179586e0 * random())`,
  `sp_rand(seed) AS random()`,
  `sp_round_half_up(x) AS round(x, 0)`,
  `sp_floor_div(a, b) AS (a - ((a % b + b) % b)) // b`,
  `sp_sum_result(x HUGEINT) AS CAST(x AS BIGINT), (x) AS x`,
  ...roundings(),
  // Decimals whose exact result needs more than 128 bits on the way.
  `sp_decimal_multiply(a, b, p, s) AS js_decimal_multiply(a, b, p, s)`,
  `sp_decimal_divide(a, b, p, s) AS js_decimal_divide(a, b, p, s)`,
  `sp_power_of_ten(n) AS CAST('1' || repeat('0', n) AS HUGEINT)`,
  `sp_unscaled(x, n) AS CAST(x * sp_power_of_ten(n) AS HUGEINT)`,
  `sp_divide_half_up(n, d) AS CASE WHEN d <> 0 THEN n // d + CASE WHEN abs(n % d) >= abs(d) - abs(n % d) THEN sign(n) * sign(d) ELSE 0 END END`,
  `sp_divide_half_even(n, d) AS n // d + CASE WHEN abs(n % d) * 2 > d OR (abs(n % d) * 2 = d AND (n // d) % 2 <> 0) THEN sign(n) ELSE 0 END`,
  `sp_divide_floor(n, d) AS n // d - CASE WHEN n % d < 0 THEN 1 ELSE 0 END`,
  `sp_divide_ceil(n, d) AS n // d + CASE WHEN n % d > 0 THEN 1 ELSE 0 END`,
  ...Array.from({ length: 39 }, (_, scale) =>
    scale === 0
      ? `sp_rescaled_0(x) AS CAST(x AS DECIMAL(38, 0))`
      : `sp_rescaled_${scale}(x) AS CAST(x AS DECIMAL(38, 0)) * CAST(0.${"0".repeat(scale - 1)}1 AS DECIMAL(${scale}, ${scale}))`,
  ),
];

/**
 * Rounding to `n` digits. Java rounds the decimal text of a double, so 1.005 becomes 1.01; doubles of
 * more than 15 digits have nothing behind the point.
 */
function roundings(): readonly string[] {
  const exact = "CAST(CAST(x AS VARCHAR) AS DECIMAL(38, 18))";
  const isExact = "abs(x) < 1e15";
  return [
    `sp_round_decimal(x, n) AS round(x, n)`,
    `sp_floor_decimal(x, n) AS CASE WHEN round(x, n) > x THEN round(x, n) - CAST(pow(10, -n) AS DECIMAL(38, 10)) ELSE round(x, n) END`,
    `sp_ceil_decimal(x, n) AS CASE WHEN round(x, n) < x THEN round(x, n) + CAST(pow(10, -n) AS DECIMAL(38, 10)) ELSE round(x, n) END`,
    `sp_round_double(x, n) AS CASE WHEN ${isExact} THEN CAST(round(${exact}, n) AS DOUBLE) ELSE round(x, n) END`,
    `sp_bround_double(x, n) AS round_even(x, n)`,
    `sp_floor_double(x, n) AS CASE WHEN ${isExact} THEN CAST(sp_floor_decimal(${exact}, n) AS DOUBLE) ELSE x END`,
    `sp_ceil_double(x, n) AS CASE WHEN ${isExact} THEN CAST(sp_ceil_decimal(${exact}, n) AS DOUBLE) ELSE x END`,
  ];
}
