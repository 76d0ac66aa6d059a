import type { InjectedCte } from "../manifest/node-parts.ts";

/**
 * Puts the CTEs of ephemeral parents in front of a query, byte for byte as dbt does: into a WITH that
 * is there already (after RECURSIVE), else as a new WITH before the first character that is no space.
 */
export function injectCtes(sql: string, ctes: readonly InjectedCte[]): string {
  if (ctes.length === 0) return sql;
  const text = ctes.map((cte) => cte.sql).join(", ");
  const existing = endOfLeadingWith(sql);
  if (existing !== undefined) return `${sql.slice(0, existing)}${text}, ${sql.slice(existing)}`;
  const first = sql.length - sql.trimStart().length;
  return `${sql.slice(0, first)}with${text} ${sql.slice(first)}`;
}

/** One CTE as dbt writes it: a leading space, the body on its own lines. */
export function cteText(name: string, sql: string): string {
  return ` ${name} as (\n${sql}\n)`;
}

/** Adds what is not there yet, in order; a CTE that is there keeps its place and takes the new text. */
export function mergeCtes(
  ctes: readonly InjectedCte[],
  added: readonly InjectedCte[],
): InjectedCte[] {
  const merged = new Map(ctes.map((cte) => [cte.id, cte]));
  for (const cte of added) merged.set(cte.id, cte);
  return [...merged.values()];
}

/** Where the first CTE of the query's own WITH begins, or undefined where it has no WITH. */
function endOfLeadingWith(sql: string): number | undefined {
  const start = skipBlanksAndComments(sql, 0);
  const keyword = /with\b(?:\s+recursive\b)?\s*/iy;
  keyword.lastIndex = start;
  return keyword.test(sql) ? keyword.lastIndex : undefined;
}

function skipBlanksAndComments(sql: string, from: number): number {
  const blank = /(?:\s+|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/y;
  blank.lastIndex = from;
  blank.test(sql);
  return blank.lastIndex;
}
