import type { Expression, SortItem } from "../../tree/expression.ts";
import type { NamedWindow, Select } from "../../tree/query.ts";
import type { TranslatedQuery } from "../../translated-query.ts";
import { emitFilter } from "../expression/emit-filter.ts";
import { emitGroupBy } from "./emit-group-by.ts";
import { emitLateralView } from "../relation/emit-lateral-view.ts";
import { emitTail } from "./emit-order.ts";
import { liftTimeWindows } from "./lift-time-windows.ts";
import { emitRelation } from "../relation/emit-relation.ts";
import { emitSelectList, type EmittedItem } from "./emit-select-list.ts";
import type { EmittedRelation } from "../relation/emitted-relation.ts";
import { aliasUse } from "../scope/resolve-column.ts";
import { hasAggregate } from "../expression/has-aggregate.ts";
import type { QueryUse, Scope, ScopeRelation } from "../scope/scope.ts";
import { isOn } from "../scope/session-conf.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/** ORDER BY, LIMIT and OFFSET around a query's body. */
export interface Ordering {
  readonly orderBy: readonly SortItem[];
  readonly windows: readonly NamedWindow[];
  readonly limit?: Expression;
  readonly offset?: Expression;
  readonly use: QueryUse;
}

export const NO_ORDER: Ordering = { orderBy: [], windows: [], use: "rows" };

/** SELECT with everything that belongs to it. */
export function emitSelect(written: Select, outer: Scope, around: Ordering): TranslatedQuery {
  const read = withLegacyHaving(written, outer);
  const lifted = liftTimeWindows(read, around.orderBy, emitFrom(read, outer), outer);
  const { select, from } = lifted;
  const ordering: Ordering = { ...around, orderBy: lifted.orderBy };
  const windows = new Map(
    [...select.windows, ...ordering.windows].map((each) => [each.name.toLowerCase(), each.spec]),
  );
  const base: Scope = { ...outer, relations: from?.relations ?? [], windows };
  const where = emitCondition("WHERE", select.where, base);
  const groupBy = emitGroupBy(select, base);
  const scope: Scope = { ...base, ...groupBy?.facts };
  const items = emitSelectList(select.items, scope, from);
  const names = outputsOf(items);
  const own = emitHaving(select, { ...scope, aliases: names }, ordering.use);
  const having = bothConditions(own, groupBy?.having);
  const distinct = select.distinct ? items : undefined;
  const tail = emitTail(ordering, scope, { names, distinct });
  const head = `SELECT ${select.distinct ? "DISTINCT " : ""}${items.map((item) => item.text).join(", ")}`;
  const fromSql = from === undefined ? "" : ` FROM ${from.sql}`;
  return {
    duckSql: `${head}${fromSql}${where}${groupBy?.sql ?? ""}${having}${tail}`,
    columns: columnsOf(items),
  };
}

/** The legacy setting reads HAVING without GROUP BY as a second WHERE. */
function withLegacyHaving(select: Select, scope: Scope): Select {
  const { having, ...rest } = select;
  const isLegacy = isOn(scope, "spark.sql.legacy.parser.havingWithoutGroupByAsWhere");
  if (!isLegacy || having === undefined || select.groupBy !== undefined) return select;
  const { where } = rest;
  if (where === undefined) return { ...rest, where: having };
  const both = { kind: "operation", op: "and", left: where, right: having, at: having.at } as const;
  return { ...rest, where: both };
}

const LEGACY_COUNT =
  "spark.sql.optimizer.decorrelateExistsSubqueryLegacyIncorrectCountHandling.enabled";

/**
 * The legacy setting turns a correlated aggregate in EXISTS or IN into a group per outer row: where
 * nothing matches there is no group, and so no row (not one row with a count of 0).
 */
function isCorrelatedAggregate(select: Select, scope: Scope): boolean {
  if (!isOn(scope, LEGACY_COUNT)) return false;
  const isAggregate =
    select.having !== undefined || select.items.some((item) => hasAggregate(item.expression));
  return select.groupBy === undefined && isAggregate && scope.correlation.isCorrelated;
}

/** FROM a, b, with lateral views behind. */
function emitFrom(select: Select, scope: Scope): EmittedRelation | undefined {
  let from: EmittedRelation | undefined;
  for (const node of select.from) {
    const before: readonly ScopeRelation[] = from?.relations ?? [];
    const next = emitRelation(node, scope, before);
    from = from === undefined ? next : beside(from, next);
  }
  for (const view of select.lateralViews) from = emitLateralView(view, from, scope);
  return from;
}

function beside(left: EmittedRelation, right: EmittedRelation): EmittedRelation {
  const star =
    left.star === undefined || right.star === undefined ? undefined : [...left.star, ...right.star];
  return {
    sql: `${left.sql}, ${right.sql}`,
    relations: [...left.relations, ...right.relations],
    star,
    isPlainStar: left.isPlainStar && right.isPlainStar,
  };
}

function emitCondition(word: string, node: Expression | undefined, scope: Scope): string {
  if (node === undefined) return "";
  return ` ${word} ${emitFilter(node, scope).sql}`;
}

function emitHaving(select: Select, scope: Scope, use: QueryUse): string {
  const having = emitCondition("HAVING", select.having, scope);
  if (use !== "predicate" || !isCorrelatedAggregate(select, scope)) return having;
  return bothConditions(having, "count(*) > 0");
}

function bothConditions(having: string, more: string | undefined): string {
  if (more === undefined) return having;
  if (having === "") return ` HAVING ${more}`;
  return `${having.replace(" HAVING ", " HAVING (")}) AND ${more}`;
}

/** Names of the select list and what they stand for. */
function outputsOf(items: readonly EmittedItem[]): ReadonlyMap<string, TypedSql> {
  return new Map(
    items.flatMap((item) =>
      item.value === undefined || !item.isAlias
        ? []
        : [[item.name.toLowerCase(), aliasUse(item.value)] as const],
    ),
  );
}

function columnsOf(items: readonly EmittedItem[]): TranslatedQuery["columns"] {
  const columns = items.map((item) => item.columns);
  return columns.some((each) => each === undefined)
    ? undefined
    : columns.flatMap((each) => each ?? []);
}
