/** Words that DuckDB does not take as a bare name in every place. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "all analyse analyze and anti any array as asc asof asymmetric authorization between both by case cast check " +
    "collate collation column columns concurrently constraint create cross current_catalog current_date current_role " +
    "current_schema current_time current_timestamp current_user default deferrable desc describe distinct do else " +
    "end except exclude exists extract false fetch filter first for foreign freeze from full generated glob grant " +
    "group grouping having ilike in initially inner intersect interval into is isnull join lambda last lateral " +
    "leading left like limit localtime localtimestamp map macro natural not notnull null offset on only or order " +
    "outer over overlaps pivot pivot_longer pivot_wider placing positional position primary qualify range " +
    "references replace returning right rows row select semi session_user show similar some struct substring summarize " +
    "symmetric table tablesample then to trailing trim true try_cast union unique unpivot unnest user using values " +
    "variadic verbose when where window with"
  ).split(" "),
);

/** A name as DuckDB SQL: bare where that is safe, else in double quotes. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !RESERVED.has(name.toLowerCase())
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

/** A dotted name, outermost first. */
export function quotePath(parts: readonly string[]): string {
  return parts.map(quoteName).join(".");
}

/** A DuckDB string literal. */
export function quoteString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
