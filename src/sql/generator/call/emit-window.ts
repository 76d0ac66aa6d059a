import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type {
  CallExpression,
  FrameBound,
  SortItem,
  WindowFrame,
  WindowSpec,
} from "../../tree/expression.ts";
import { isIntegral } from "../../types/spark-types.ts";
import type { Scope } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/** What stands behind OVER: named windows are written out. */
export function emitOver(over: NonNullable<CallExpression["over"]>, scope: Scope): string {
  return `(${emitSpec("name" in over ? findWindow(over.name, scope) : over, scope)})`;
}

/** True where the window has an ORDER BY, of its own or from the window that it names. */
export function isOrdered(over: NonNullable<CallExpression["over"]>, scope: Scope): boolean {
  return withBase("name" in over ? findWindow(over.name, scope) : over, scope).orderBy.length > 0;
}

/** Throws for ORDER BY or a frame in the window of an aggregate that sorts its values itself. */
export function requireWholePartition(call: CallExpression, scope: Scope, at: number): void {
  const { over } = call;
  if (over === undefined) return;
  const spec = withBase("name" in over ? findWindow(over.name, scope) : over, scope);
  if (spec.orderBy.length === 0 && spec.frame === undefined) return;
  const problem = `"${call.name.join(".")}" takes no ORDER BY and no frame in its window`;
  throw sqlRuleBroken(problem, scope.emitter.place(at));
}

function findWindow(name: string, scope: Scope): WindowSpec {
  const spec = scope.windows.get(name.toLowerCase());
  if (spec !== undefined) return spec;
  throw sqlRuleBroken(`there is no window "${name}"`, scope.emitter.place(0));
}

function emitSpec(written: WindowSpec, scope: Scope): string {
  const spec = withBase(written, scope);
  const { emitExpression } = scope.emitter;
  const groups = spec.partitionBy.map((key) => emitExpression(key, scope).sql);
  const keys = spec.orderBy.map((item) => emitExpression(item.expression, scope));
  const order = spec.orderBy.map((item, index) => sortText(item, keys[index]?.sql ?? ""));
  const parts = [
    ...(groups.length === 0 ? [] : [`PARTITION BY ${groups.join(", ")}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(", ")}`]),
    ...(spec.frame === undefined ? [] : [emitFrame(spec.frame, keys[0], scope)]),
  ];
  return parts.join(" ");
}

/** The window with what it takes over from the one that it names. */
function withBase(spec: WindowSpec, scope: Scope): WindowSpec {
  if (spec.base === undefined) return spec;
  const base = findWindow(spec.base, scope);
  const frame = spec.frame ?? base.frame;
  return {
    partitionBy: [...base.partitionBy, ...spec.partitionBy],
    orderBy: spec.orderBy.length > 0 ? spec.orderBy : base.orderBy,
    ...(frame === undefined ? {} : { frame }),
  };
}

function emitFrame(frame: WindowFrame, key: TypedSql | undefined, scope: Scope): string {
  const { unit, start, end } = frame;
  const from = emitBound(start, key, unit, scope);
  const to = end === undefined ? "CURRENT ROW" : emitBound(end, key, unit, scope);
  return `${unit.toUpperCase()} BETWEEN ${from} AND ${to}`;
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
