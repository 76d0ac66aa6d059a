import { quoteName } from "../quote-name.ts";
import type { Expression, SortItem } from "../tree/expression.ts";
import type { Ordering } from "./emit-select.ts";
import { resolveColumn } from "./resolve-column.ts";
import { isOff } from "./session-conf.ts";
import type { Scope } from "./scope.ts";
import type { TypedSql } from "./typed-sql.ts";

/** ` ORDER BY ... LIMIT ... OFFSET ...`; `outputs` are the select list's names and what they stand for. */
export function emitTail(
  ordering: Ordering,
  scope: Scope,
  outputs: ReadonlyMap<string, TypedSql>,
): string {
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

function emitOrderBy(
  items: readonly SortItem[],
  scope: Scope,
  outputs: ReadonlyMap<string, TypedSql>,
): string {
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
function emitSortKey(
  node: Expression,
  scope: Scope,
  outputs: ReadonlyMap<string, TypedSql>,
): string | undefined {
  if (node.kind === "number" && node.type === "int")
    return isOff(scope, "spark.sql.orderByOrdinal") ? undefined : node.text;
  if (node.kind === "column" && node.parts.length === 1) {
    const [name = ""] = node.parts;
    const isAll = name.toLowerCase() === "all" && !outputs.has("all") && !isColumn(node, scope);
    if (isAll) return "ALL";
    if (outputs.has(name.toLowerCase())) return quoteName(name);
  }
  const aliases = new Map([...scope.aliases, ...outputs]);
  const value = scope.emitter.emitExpression(node, { ...scope, aliases, aliasesFirst: true });
  return value.literal === undefined ? value.sql : undefined;
}

function isColumn(node: Extract<Expression, { kind: "column" }>, scope: Scope): boolean {
  const { parent: _parent, ...own } = scope;
  return resolveColumn(node.parts, own, node.at) !== undefined;
}
