import { sqlRuleBroken } from "../../errors/sql-errors.ts";
import type { CallExpression, FrameBound, SortItem, WindowSpec } from "../tree/expression.ts";
import { isIntegral } from "../types/spark-types.ts";
import type { Scope } from "./scope.ts";
import type { TypedSql } from "./typed-sql.ts";

/** What stands behind OVER: named windows are written out. */
export function emitOver(over: NonNullable<CallExpression["over"]>, scope: Scope): string {
  return `(${emitSpec("name" in over ? findWindow(over.name, scope) : over, scope)})`;
}

/** True where the window has an ORDER BY, of its own or from the window that it names. */
export function isOrdered(over: NonNullable<CallExpression["over"]>, scope: Scope): boolean {
  const spec = "name" in over ? findWindow(over.name, scope) : over;
  if (spec.orderBy.length > 0) return true;
  return spec.base !== undefined && findWindow(spec.base, scope).orderBy.length > 0;
}

function findWindow(name: string, scope: Scope): WindowSpec {
  const spec = scope.windows.get(name.toLowerCase());
  if (spec !== undefined) return spec;
  throw sqlRuleBroken(`there is no window "${name}"`, scope.emitter.place(0));
}

function emitSpec(spec: WindowSpec, scope: Scope): string {
  const base = spec.base === undefined ? undefined : findWindow(spec.base, scope);
  const partitionBy = [...(base?.partitionBy ?? []), ...spec.partitionBy];
  const orderBy = spec.orderBy.length > 0 ? spec.orderBy : (base?.orderBy ?? []);
  const frame = spec.frame ?? base?.frame;
  const parts: string[] = [];
  if (partitionBy.length > 0) {
    const keys = partitionBy.map((key) => scope.emitter.emitExpression(key, scope).sql);
    parts.push(`PARTITION BY ${keys.join(", ")}`);
  }
  const keys = orderBy.map((item) => ({
    item,
    value: scope.emitter.emitExpression(item.expression, scope),
  }));
  if (keys.length > 0) {
    parts.push(`ORDER BY ${keys.map(({ item, value }) => sortText(item, value.sql)).join(", ")}`);
  }
  if (frame !== undefined) {
    const start = emitBound(frame.start, keys[0]?.value, frame.unit, scope);
    const end =
      frame.end === undefined
        ? "CURRENT ROW"
        : emitBound(frame.end, keys[0]?.value, frame.unit, scope);
    parts.push(`${frame.unit.toUpperCase()} BETWEEN ${start} AND ${end}`);
  }
  return parts.join(" ");
}

function sortText(item: SortItem, sql: string): string {
  const direction = item.descending ? " DESC" : "";
  return `${sql}${direction}${item.nulls === undefined ? "" : ` NULLS ${item.nulls.toUpperCase()}`}`;
}

function emitBound(
  bound: FrameBound,
  key: TypedSql | undefined,
  unit: "rows" | "range",
  scope: Scope,
): string {
  switch (bound.kind) {
    case "current-row":
      return "CURRENT ROW";
    case "unbounded-preceding":
      return "UNBOUNDED PRECEDING";
    case "unbounded-following":
      return "UNBOUNDED FOLLOWING";
    case "preceding":
    case "following": {
      const offset = scope.emitter.emitExpression(bound.offset, scope);
      const isDays = unit === "range" && key?.type.kind === "date" && isIntegral(offset.type);
      return flipNegative(isDays ? `to_days(${offset.sql})` : offset.sql, offset, bound.kind);
    }
  }
}

/** Spark takes `-1 PRECEDING` for `1 FOLLOWING`; DuckDB takes no negative distance. */
function flipNegative(sql: string, offset: TypedSql, kind: "preceding" | "following"): string {
  const isNegative = offset.literal?.kind === "number" && offset.literal.text.startsWith("-");
  if (!isNegative) return `${sql} ${kind.toUpperCase()}`;
  return `${sql.replace("-", "")} ${kind === "preceding" ? "FOLLOWING" : "PRECEDING"}`;
}
