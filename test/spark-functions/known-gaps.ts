/** Expressions whose answer differs from Spark's, with the reason. `loud`: an error instead. */
export const KNOWN_GAPS: Readonly<
  Record<string, { readonly reason: string; readonly loud: boolean }>
> = {
  "upper('ß')": { reason: "DuckDB upper-cases by character, Java by word", loud: false },
  "lower('İ')": { reason: "DuckDB lower-cases by character, Java by word", loud: false },
};
