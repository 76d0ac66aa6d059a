/** Expressions whose answer differs from Spark's, with the reason. `loud`: an error instead. */
export const KNOWN_GAPS: Readonly<
  Record<string, { readonly reason: string; readonly loud: boolean }>
> = {
  "2147483647 + 1": { reason: "integer overflow is an error, Spark wraps", loud: true },
  "9223372036854775807L + 1": { reason: "integer overflow is an error, Spark wraps", loud: true },
  "cast(127 as tinyint) + cast(1 as tinyint)": {
    reason: "integer overflow is an error, Spark wraps",
    loud: true,
  },
  "upper('ß')": { reason: "DuckDB upper-cases by character, Java by word", loud: false },
  "lower('İ')": { reason: "DuckDB lower-cases by character, Java by word", loud: false },
};
