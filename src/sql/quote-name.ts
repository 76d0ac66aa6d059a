/** Words that DuckDB does not take as a bare name in every place. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary " +
    "bit boolean both by case cast char character check coalesce collate collation column columns " +
    "concurrently constraint create cross current_catalog current_date current_role current_schema " +
    "current_time current_timestamp current_user dec decimal default deferrable desc describe distinct do " +
    "else end except exclude exists extract false fetch filter first float for foreign freeze from full " +
    "generated glob grant group grouping grouping_id having ilike in initially inner inout int integer " +
    "intersect interval into is isnull join lambda last lateral leading left like limit localtime " +
    "localtimestamp macro map national natural nchar none not notnull null nullif numeric offset on only " +
    "or order out outer over overlaps overlay pivot pivot_longer pivot_wider placing position positional " +
    "precision primary qualify range real references replace returning right row rows select semi " +
    "session_user setof show similar smallint some struct substring summarize symmetric table tablesample " +
    "then time timestamp to trailing treat trim true try_cast union unique unnest unpack unpivot user " +
    "using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement " +
    "xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable"
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
