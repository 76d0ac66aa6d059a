import type { FunctionFamily } from "../function-spec.ts";

/**
 * Functions that need OVER. Ranks are INT in Spark, BIGINT in DuckDB; they may name what they rank by, but the
 * window's ORDER BY counts all the same.
 */
export const WINDOW_FUNCTIONS: FunctionFamily = {
  cume_dist: "() -> double = cume_dist()",
  dense_rank: "(any*) -> int = CAST({dense_rank()} AS INTEGER)",
  lag: ["(T) -> T = lag($1)", "(T, int) -> T = lag($1, $2)", "(T, int, T) -> T = lag($1, $2, $3)"],
  lead: [
    "(T) -> T = lead($1)",
    "(T, int) -> T = lead($1, $2)",
    "(T, int, T) -> T = lead($1, $2, $3)",
  ],
  nth_value: "(T, int) -> T = nth_value($1, $2)",
  ntile: ["() -> int = CAST({ntile(1)} AS INTEGER)", "(int) -> int = CAST({ntile($1)} AS INTEGER)"],
  percent_rank: "(any*) -> double = percent_rank()",
  rank: "(any*) -> int = CAST({rank()} AS INTEGER)",
  row_number: "() -> int = CAST({row_number()} AS INTEGER)",
};
