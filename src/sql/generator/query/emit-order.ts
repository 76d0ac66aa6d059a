import { quoteName } from "../../quote-name.ts";
import type { Expression, SortItem } from "../../tree/expression.ts";
import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { childrenOf } from "../../tree/children-of.ts";
import type { EmittedItem } from "./emit-select-list.ts";
import type { Ordering } from "./emit-select.ts";
import { resolveColumn } from "../scope/resolve-column.ts";
import { isOff } from "../scope/session-conf.ts";
import type { Scope } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

export interface Outputs {
  /** The select list's names and what they stand for. */
  readonly names: ReadonlyMap<string, TypedSql>;
  /** The select list of SELECT DISTINCT: nothing else may be sorted by. */
  readonly distinct: readonly EmittedItem[] | undefined;
}

export const NO_OUTPUTS: Outputs = { names: new Map(), distinct: undefined };

/** ` ORDER BY ... LIMIT ... OFFSET ...` */
export function emitTail(ordering: Ordering, scope: Scope, outputs: Outputs): string {
  const order = emitOrderBy(ordering.orderBy, scope, outputs);
  const limit = ordering.limit === undefined ? "" : ` LIMIT ${emitCount(ordering.limit, scope)}`;
  const offset =
    ordering.offset === undefined ? "" : ` OFFSET ${emitCount(ordering.offset, scope)}`;
  return `${order}${limit}${offset}`;
}

function emitCount(node: Expression, scope: Scope): string {
  const count = scope.emitter.emitExpression(node, { ...scope, relations: [], aliases: new Map() });
  return count.atomic ? count.sql : `(${count.sql})`;
}

function emitOrderBy(items: readonly SortItem[], scope: Scope, outputs: Outputs): string {
  const texts = items.flatMap((item) => {
    const key = emitSortKey(item.expression, scope, outputs);
    if (key === undefined) return [];
    const direction = item.descending ? " DESC" : "";
    const nulls = item.nulls === undefined ? "" : ` NULLS ${item.nulls.toUpperCase()}`;
    return [`${key}${direction}${nulls}`];
  });
  return texts.length === 0 ? "" : ` ORDER BY ${texts.join(", ")}`;
}

/** Undefined for a constant: it orders nothing, and DuckDB refuses it. */
function emitSortKey(node: Expression, scope: Scope, outputs: Outputs): string | undefined {
  if (node.kind === "number" && node.type === "int") {
    return isOff(scope, "spark.sql.orderByOrdinal") ? undefined : node.text;
  }
  const name = emitNamedKey(node, scope, outputs);
  if (name !== undefined) return name;
  const aliases = new Map([...scope.aliases, ...outputs.names]);
  const inner: Scope = { ...scope, aliases, aliasesFirst: true };
  if (outputs.distinct !== undefined) checkDistinct(node, outputs.distinct, inner);
  const value = scope.emitter.emitExpression(node, inner);
  return value.literal === undefined ? value.sql : undefined;
}

/** `ORDER BY alias` and `ORDER BY ALL`; undefined for any other key. */
function emitNamedKey(node: Expression, scope: Scope, { names }: Outputs): string | undefined {
  const [name, field] = node.kind === "column" ? node.parts : [];
  if (node.kind !== "column" || name === undefined || field !== undefined) return undefined;
  if (names.has(name.toLowerCase())) return quoteName(name);
  return name.toLowerCase() === "all" && !isColumn(node, scope) ? "ALL" : undefined;
}

/** After DISTINCT only the select list is left: a column that it does not show cannot order. */
function checkDistinct(node: Expression, items: readonly EmittedItem[], scope: Scope): void {
  if (items.some((item) => item.value === undefined)) return;
  if (node.kind === "column") {
    const value = resolveColumn(node.parts, scope, node.at);
    const isShown = value === undefined || items.some((item) => item.value?.sql === value.sql);
    if (isShown || scope.aliases.has((node.parts[0] ?? "").toLowerCase())) return;
    const problem = `ORDER BY names "${node.parts.join(".")}", which SELECT DISTINCT does not show`;
    throw sqlRuleBroken(problem, scope.emitter.place(node.at));
  }
  for (const child of childrenOf(node)) checkDistinct(child, items, scope);
}

function isColumn(node: Extract<Expression, { kind: "column" }>, scope: Scope): boolean {
  const { parent: _parent, ...own } = scope;
  return resolveColumn(node.parts, own, node.at) !== undefined;
}
