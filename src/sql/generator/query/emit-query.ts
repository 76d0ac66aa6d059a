import { assertNever } from "../../../util/assert-never.ts";
import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { quoteName } from "../../quote-name.ts";
import type { OutputColumn, TranslatedQuery } from "../../translated-query.ts";
import { isOn } from "../scope/session-conf.ts";
import type { Cte, Query, QueryBody, SetOperation } from "../../tree/query.ts";
import { emitInlineTable } from "../relation/emit-inline-table.ts";
import { emitTail, NO_OUTPUTS } from "./emit-order.ts";
import { emitSelect, NO_ORDER, type Ordering } from "./emit-select.ts";
import { emitSetOperation } from "./emit-set-operation.ts";
import { emitNamedTable } from "../relation/emit-table.ts";
import { innerScope, type QueryUse, type Scope, type ScopeColumn } from "../scope/scope.ts";

/** A whole query as DuckDB SQL. */
export function emitQuery(query: Query, outer: Scope, use: QueryUse = "rows"): TranslatedQuery {
  if (query.recursive)
    throw outer.emitter.notSupported("WITH RECURSIVE (Spark 3.5 has none)", query.at);
  const { scope, sql: withSql } = emitCtes(query.ctes, innerScope(outer), use);
  const body = emitBody(query.body, scope, { ...orderingOf(query), use });
  return { duckSql: `${withSql}${body.duckSql}`, columns: body.columns };
}

function orderingOf(query: Query): Omit<Ordering, "use"> {
  const clustered = query.clusterBy.map((expression) => ({
    expression,
    descending: false,
    at: expression.at,
  }));
  const local = [...clustered, ...query.sortBy];
  return {
    orderBy: query.orderBy.length > 0 ? query.orderBy : local,
    windows: query.windows,
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.offset === undefined ? {} : { offset: query.offset }),
  };
}

function emitCtes(
  ctes: readonly Cte[],
  start: Scope,
  use: QueryUse,
): { scope: Scope; sql: string } {
  let scope = start;
  const parts: string[] = [];
  for (const cte of ctes) {
    if (use !== "relation") checkName(cte, start);
    const query = emitQuery(cte.query, scope);
    const columns = renameColumns(query.columns, cte, scope);
    const names = cte.columns.length === 0 ? "" : `(${cte.columns.map(quoteName).join(", ")})`;
    parts.push(`${quoteName(cte.name)}${names} AS (${query.duckSql})`);
    scope = { ...scope, ctes: new Map([...scope.ctes, [cte.name.toLowerCase(), columns]]) };
  }
  return { scope, sql: parts.length === 0 ? "" : `WITH ${parts.join(", ")} ` };
}

/** The policy EXCEPTION refuses a nested WITH that takes a name from outside, unless it stands in FROM. */
function checkName(cte: Cte, outer: Scope): void {
  const policy = outer.emitter.catalog.conf("spark.sql.legacy.ctePrecedencePolicy") ?? "CORRECTED";
  if (policy.toUpperCase() !== "EXCEPTION" || !outer.ctes.has(cte.name.toLowerCase())) return;
  const problem = `the common table expression "${cte.name}" has the name of one outside`;
  const hint = "Give it another name, or set spark.sql.legacy.ctePrecedencePolicy to CORRECTED.";
  throw sqlRuleBroken(problem, outer.emitter.place(cte.at), hint);
}

function renameColumns(
  columns: readonly OutputColumn[] | undefined,
  cte: Cte,
  scope: Scope,
): readonly OutputColumn[] | undefined {
  if (cte.columns.length === 0) return columns;
  if (columns !== undefined && columns.length !== cte.columns.length) {
    const problem = `"${cte.name}" lists ${cte.columns.length} column(s), and its query gives ${columns.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(cte.at));
  }
  return cte.columns.map((name, index) => ({
    name,
    type: columns?.[index]?.type ?? { kind: "unknown" },
  }));
}

function emitBody(body: QueryBody, scope: Scope, ordering: Ordering): TranslatedQuery {
  switch (body.kind) {
    case "select":
      return emitSelect(body, scope, ordering);
    case "query": {
      const inner = emitQuery(body, scope, ordering.use);
      if (isEmpty(ordering)) return inner;
      return ordered({ ...inner, duckSql: `SELECT * FROM (${inner.duckSql})` }, ordering, scope);
    }
    case "set-operation": {
      const isLegacy = isOn(scope, "spark.sql.legacy.setopsPrecedence.enabled");
      const tree = isLegacy ? fromLeftToRight(body) : body;
      const operation = emitSetOperation(tree, (side) => emitBody(side, scope, NO_ORDER), scope);
      return ordered(operation, ordering, scope);
    }
    case "inline-table": {
      const table = emitInlineTable(body, scope);
      return ordered(
        { duckSql: `SELECT * FROM ${table.sql}`, columns: table.star },
        ordering,
        scope,
      );
    }
    case "table-body": {
      const table = emitNamedTable({ name: body.name, at: body.at }, scope);
      return ordered(
        { duckSql: `SELECT * FROM ${table.sql}`, columns: table.star },
        ordering,
        scope,
      );
    }
    default:
      return assertNever(body);
  }
}

/** The legacy setting gives INTERSECT no precedence: operators count from left to right. */
function fromLeftToRight(body: SetOperation): SetOperation {
  const { right } = body;
  if (right.kind !== "set-operation") {
    const left = body.left.kind === "set-operation" ? fromLeftToRight(body.left) : body.left;
    return { ...body, left };
  }
  return fromLeftToRight({ ...right, left: { ...body, right: right.left } });
}

function isEmpty(ordering: Ordering): boolean {
  return (
    ordering.orderBy.length === 0 && ordering.limit === undefined && ordering.offset === undefined
  );
}

/** ORDER BY and LIMIT of something without a FROM of its own: only its output columns are in sight. */
function ordered(query: TranslatedQuery, ordering: Ordering, scope: Scope): TranslatedQuery {
  if (isEmpty(ordering)) return query;
  const columns: readonly ScopeColumn[] | undefined = query.columns;
  const inner: Scope = { ...scope, relations: [{ columns }] };
  return { ...query, duckSql: `${query.duckSql}${emitTail(ordering, inner, NO_OUTPUTS)}` };
}
