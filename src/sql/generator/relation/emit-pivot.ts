import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { findFunction } from "../../functions/find-function.ts";
import { quoteName } from "../../quote-name.ts";
import type { OutputColumn } from "../../translated-query.ts";
import { childrenOf } from "../../tree/children-of.ts";
import type { Expression } from "../../tree/expression.ts";
import { mapExpression } from "../../tree/map-expression.ts";
import type { PivotNode, SelectItem } from "../../tree/query.ts";
import { aliased } from "./emit-table.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import type { Scope } from "../scope/scope.ts";
import { sparkName } from "../expression/spark-name.ts";
import { isNumeric } from "../../types/spark-types.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/**
 * PIVOT as an aggregation: one output column per value and aggregate, each aggregate filtered by its
 * value. Columns that neither the aggregates nor FOR name are the groups.
 */
export function emitPivot(
  node: PivotNode,
  outer: Scope,
  input: EmittedRelation,
  at: number,
): EmittedRelation {
  if (input.star === undefined)
    throw outer.emitter.notSupported("PIVOT of a relation with unknown columns", at);
  const scope: Scope = { ...outer, relations: input.relations };
  const used = usedNames(node);
  const groups = input.star.filter((column) => !used.has(column.name.toLowerCase()));
  const cells = node.values.flatMap((value) =>
    node.aggregates.map((aggregate) => emitCell(node, value, aggregate, scope)),
  );
  const keys = groups.map((column) => column.sql ?? quoteName(column.name));
  const items = [...keys, ...cells.map((cell) => `${cell.sql} AS ${quoteName(cell.name)}`)];
  const groupBy = keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`;
  const columns: OutputColumn[] = [
    ...groups.map(({ name, type }) => ({ name, type })),
    ...cells.map(({ name, type }) => ({ name, type })),
  ];
  const sql = `(SELECT ${items.join(", ")} FROM ${input.sql}${groupBy})`;
  const alias = node.alias ?? { name: outer.emitter.freshName("pivot"), columns: [] };
  const emitted = aliased(sql, { columns }, alias, { scope: outer, at });
  return node.alias === undefined ? { ...emitted, relations: [{ columns }] } : emitted;
}

/** Names of the columns that the aggregates and FOR refer to. */
function usedNames(node: PivotNode): ReadonlySet<string> {
  const names = new Set(node.columns.map((parts) => (parts.at(-1) ?? "").toLowerCase()));
  const visit = (expression: Expression): void => {
    if (expression.kind === "column")
      for (const part of expression.parts) names.add(part.toLowerCase());
    childrenOf(expression).forEach(visit);
  };
  for (const aggregate of node.aggregates) visit(aggregate.expression);
  return names;
}

type Cell = OutputColumn & { readonly sql: string };

function emitCell(node: PivotNode, value: SelectItem, aggregate: SelectItem, scope: Scope): Cell {
  const condition = matches(node, value, scope);
  const filtered = mapExpression(aggregate.expression, (each) => {
    if (each.kind !== "call" || findFunction(each.name.at(-1) ?? "")?.kind !== "aggregate")
      return undefined;
    const filter: Expression =
      each.filter === undefined
        ? condition
        : { kind: "operation", op: "and", left: each.filter, right: condition, at: each.at };
    return { ...each, filter };
  });
  const emitted = scope.emitter.emitExpression(filtered, scope);
  const isPlain =
    filtered.kind !== "call" ||
    emitted.sql === scope.emitter.emitExpression(aggregate.expression, scope).sql;
  if (isPlain && filtered.kind === "column") {
    throw sqlRuleBroken("PIVOT needs an aggregate function", scope.emitter.place(aggregate.at));
  }
  const name = cellName(node, value, aggregate);
  return { name, type: emitted.type, sql: withoutRows(emitted, condition, scope) };
}

/** Spark gives NULL, not a count of 0, where a group has no row for the value (PivotFirst's types). */
function withoutRows(emitted: TypedSql, condition: Expression, scope: Scope): string {
  const { type } = emitted;
  if (!isNumeric(type) && type.kind !== "boolean") return emitted.sql;
  if (!/\bcount\b/.test(emitted.sql)) return emitted.sql;
  const test = scope.emitter.emitExpression(condition, scope);
  return `CASE WHEN count(*) FILTER (WHERE ${test.sql}) > 0 THEN ${emitted.sql} END`;
}

/** The pivot columns equal the value: NULL matches NULL. */
function matches(node: PivotNode, value: SelectItem, scope: Scope): Expression {
  const { at } = value;
  const items = value.expression.kind === "row" ? value.expression.items : [value.expression];
  const isStruct = node.columns.length > 1;
  if (isStruct && items.length !== node.columns.length) {
    const problem = `PIVOT names ${node.columns.length} columns, and a value has ${items.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(at));
  }
  const tests = node.columns.map((parts, index): Expression => {
    const right = isStruct ? (items[index] ?? value.expression) : value.expression;
    return { kind: "operation", op: "<=>", left: { kind: "column", parts, at }, right, at };
  });
  return tests.reduce((left, right) => ({ kind: "operation", op: "and", left, right, at }));
}

/** `value`, or `value_aggregate` where there is more than one aggregate. */
function cellName(node: PivotNode, value: SelectItem, aggregate: SelectItem): string {
  const own = value.aliases[0] ?? valueName(value.expression);
  if (node.aggregates.length === 1) return own;
  return `${own}_${aggregate.aliases[0] ?? sparkName(aggregate.expression)}`;
}

function valueName(node: Expression): string {
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
    case "typed-literal":
      return node.text;
    case "boolean":
      return String(node.value);
    case "row":
      return `{${node.items.map(valueName).join(", ")}}`;
    case "column":
      return node.parts.join(".");
    case "null":
      return "null";
    default:
      return node.kind;
  }
}
