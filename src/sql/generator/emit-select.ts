import type { Expression, SortItem } from "../tree/expression.ts";
import type { NamedWindow, Select } from "../tree/query.ts";
import type { TranslatedQuery } from "../translation.ts";
import { asCondition } from "./emit-comparison.ts";
import { emitGroupBy } from "./emit-group-by.ts";
import { emitLateralView } from "./emit-lateral-view.ts";
import { emitTail } from "./emit-order.ts";
import { emitRelation } from "./emit-relation.ts";
import { emitSelectList, type EmittedItem } from "./emit-select-list.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import { aliasUse } from "./resolve-column.ts";
import { hasAggregate } from "./has-aggregate.ts";
import type { QueryUse, Scope, ScopeRelation } from "./scope.ts";
import { isOn } from "./session-conf.ts";
import { operand, type TypedSql } from "./typed-sql.ts";

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
export function emitSelect(select: Select, outer: Scope, ordering: Ordering): TranslatedQuery {
  const from = emitFrom(select, outer);
  const windows = new Map(
    [...select.windows, ...ordering.windows].map((each) => [each.name.toLowerCase(), each.spec]),
  );
  const base: Scope = { ...outer, relations: from?.relations ?? [], windows };
  const isHavingWhere =
    select.groupBy === undefined &&
    isOn(outer, "spark.sql.legacy.parser.havingWithoutGroupByAsWhere");
  const where = emitWhere([select.where, isHavingWhere ? select.having : undefined], base);
  const groupBy = emitGroupBy(select, base);
  const scope: Scope =
    groupBy === undefined
      ? base
      : { ...base, groupKeys: groupBy.keys, hasGroupingSets: groupBy.hasSets };
  const items = emitSelectList(select.items, scope, from);
  const outputs = outputsOf(items);
  const having = emitHaving(isHavingWhere ? undefined : select.having, {
    ...scope,
    aliases: outputs,
  });
  const isEmptyGroup = ordering.use === "predicate" && isCorrelatedAggregate(select, scope);
  const tail = emitTail(ordering, scope, {
    names: outputs,
    distinct: select.distinct ? items : undefined,
  });
  const head = `SELECT ${select.distinct ? "DISTINCT " : ""}${items.map((item) => item.text).join(", ")}`;
  const fromSql = from === undefined ? "" : ` FROM ${from.sql}`;
  return {
    duckSql: `${head}${fromSql}${where}${groupBy?.sql ?? ""}${isEmptyGroup ? andRows(having) : having}${tail}`,
    columns: columnsOf(items),
  };
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

function andRows(having: string): string {
  return having === ""
    ? " HAVING count(*) > 0"
    : `${having.replace(" HAVING ", " HAVING (")}) AND count(*) > 0`;
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
  const isKnown = left.star !== undefined && right.star !== undefined;
  return {
    sql: `${left.sql}, ${right.sql}`,
    relations: [...left.relations, ...right.relations],
    star: isKnown ? [...(left.star ?? []), ...(right.star ?? [])] : undefined,
    isPlainStar: left.isPlainStar && right.isPlainStar,
  };
}

function emitWhere(conditions: readonly (Expression | undefined)[], scope: Scope): string {
  const tests = conditions.flatMap((node) =>
    node === undefined
      ? []
      : [asCondition(scope.emitter.emitExpression(node, scope), scope, node.at)],
  );
  const [only] = tests;
  if (only === undefined) return "";
  return ` WHERE ${tests.length === 1 ? only.sql : tests.map(operand).join(" AND ")}`;
}

function emitHaving(having: Expression | undefined, scope: Scope): string {
  if (having === undefined) return "";
  return ` HAVING ${asCondition(scope.emitter.emitExpression(having, scope), scope, having.at).sql}`;
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
