import { sqlRuleBroken } from "../../errors/sql-errors.ts";
import { quoteName } from "../quote-name.ts";
import type { Expression } from "../tree/expression.ts";
import { comparisonType } from "../types/common-type.ts";
import { duckType } from "../types/duck-type.ts";
import { BOOLEAN, hasUnknown, isNumeric, sameType, UNKNOWN } from "../types/spark-types.ts";
import { castTo } from "./cast.ts";
import type { Scope } from "./scope.ts";
import { isOn } from "./session-conf.ts";
import { emitRowIn } from "./emit-row-in.ts";
import { atom, compound, isNullLiteral, type TypedSql } from "./typed-sql.ts";

export function emitExists(node: Extract<Expression, { kind: "exists" }>, scope: Scope): TypedSql {
  const { duckSql } = scope.emitter.emitQuery(node.query, scope, "predicate");
  return atom(`${node.not ? "NOT " : ""}EXISTS (${duckSql})`, BOOLEAN);
}

/** A query of one column and at most one row, as a value. */
export function emitScalarQuery(
  node: Extract<Expression, { kind: "scalar-query" }>,
  scope: Scope,
): TypedSql {
  const { duckSql, columns } = scope.emitter.emitQuery(node.query, scope);
  if (columns !== undefined && columns.length !== 1) {
    const problem = `a query used as a value must give one column, and this one gives ${columns.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(node.at));
  }
  return atom(`(${duckSql})`, columns?.[0]?.type ?? UNKNOWN);
}

/** `a IN (query)`, `(a, b) IN (query)` */
export function emitInQuery(
  node: Extract<Expression, { kind: "in-query" }>,
  scope: Scope,
): TypedSql {
  const items = node.operand.kind === "row" ? node.operand.items : [node.operand];
  const values = items.map((item) => scope.emitter.emitExpression(item, scope));
  const { duckSql, columns } = scope.emitter.emitQuery(node.query, scope, "predicate");
  if (columns !== undefined && columns.length !== values.length) {
    const problem = `IN compares ${values.length} column(s) with a query of ${columns.length}`;
    throw sqlRuleBroken(problem, scope.emitter.place(node.at));
  }
  const [first] = values;
  const foldsNull = isOn(scope, "spark.sql.legacy.nullInEmptyListBehavior");
  if (foldsNull && values.length === 1 && first !== undefined && isNullLiteral(first)) {
    return atom("CAST(NULL AS BOOLEAN)", BOOLEAN);
  }
  if (values.length > 1) return emitRowIn(node, { values, duckSql, columns }, scope);
  const types = values.map(
    (value, index) => comparisonType(value.type, columns?.[index]?.type ?? UNKNOWN) ?? UNKNOWN,
  );
  const left = values.map((value, index) => {
    const type = types[index] ?? UNKNOWN;
    return castTo(value, isNumeric(value.type) ? value.type : type, { scope, at: node.at }).sql;
  });
  const needsCast =
    columns?.some((column, index) => differs(column.type, types[index] ?? UNKNOWN)) ?? false;
  const query = needsCast && columns !== undefined ? castColumns(duckSql, columns, types) : duckSql;
  return compound(`(${left.join(", ")}) ${node.not ? "NOT " : ""}IN (${query})`, BOOLEAN);
}

function differs(from: TypedSql["type"], to: TypedSql["type"]): boolean {
  const isFree = (isNumeric(from) && isNumeric(to)) || hasUnknown(to) || from.kind === "void";
  return !isFree && !sameType(from, to);
}

function castColumns(
  duckSql: string,
  columns: readonly { readonly name: string; readonly type: TypedSql["type"] }[],
  types: readonly TypedSql["type"][],
): string {
  const items = columns.map((column, index) => {
    const type = types[index] ?? UNKNOWN;
    return differs(column.type, type)
      ? `TRY_CAST(${quoteName(column.name)} AS ${duckType(type)})`
      : quoteName(column.name);
  });
  return `SELECT ${items.join(", ")} FROM (${duckSql})`;
}
