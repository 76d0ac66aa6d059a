import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type { SparkType } from "../../spark-type.ts";
import type { TranslatedQuery } from "../../translated-query.ts";
import type { Expression, Located } from "../../tree/expression.ts";
import { comparisonType } from "../../types/common-type.ts";
import { BOOLEAN, hasUnknown, isNumeric, sameType, UNKNOWN } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import type { Scope } from "../scope/scope.ts";
import { isOff, isOn } from "../scope/session-conf.ts";
import { emitRowIn } from "./emit-row-in.ts";
import { atom, compound, isNullLiteral, operand, type TypedSql } from "../scope/typed-sql.ts";

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

type InQuery = Located & Extract<Expression, { kind: "in-query" }>;

/**
 * `a IN (query)`, `(a, b) IN (query)`. As a value it is never NULL: Spark joins for existence, and what is
 * not found, or not surely absent, is false. In the condition of an outer join it looks the value up in the
 * query's rows instead: NULL in anything is NULL there, even in no rows
 * (unless spark.sql.legacy.nullInEmptyListBehavior is off).
 */
export function emitInQuery(
  node: InQuery,
  scope: Scope,
  use: "value" | "filter" | "outer join",
): TypedSql {
  const items = node.operand.kind === "row" ? node.operand.items : [node.operand];
  const values = items.map((item) => scope.emitter.emitExpression(item, scope));
  const query = scope.emitter.emitQuery(node.query, scope, "predicate");
  const count = query.columns?.length ?? values.length;
  if (count !== values.length) {
    const problem = `IN compares ${values.length} column(s) with a query of ${count}`;
    throw sqlRuleBroken(problem, scope.emitter.place(node.at));
  }
  const [first] = values;
  if (first === undefined || values.length > 1) return emitRowIn(node, { values, ...query }, scope);
  if (isNullLiteral(first) && isOn(scope, "spark.sql.legacy.nullInEmptyListBehavior")) {
    return atom("CAST(NULL AS BOOLEAN)", BOOLEAN);
  }
  const test = emitValueIn(node, first, query, scope);
  switch (use) {
    case "filter":
      return test;
    case "value":
      return compound(`${operand(test)} IS TRUE`, BOOLEAN);
    case "outer join":
      if (isOff(scope, "spark.sql.legacy.nullInEmptyListBehavior")) return test;
      return atom(`CASE WHEN ${operand(first)} IS NOT NULL THEN ${test.sql} END`, BOOLEAN);
  }
}

function emitValueIn(
  node: InQuery,
  value: TypedSql,
  query: TranslatedQuery,
  scope: Scope,
): TypedSql {
  const where = { scope, at: node.at };
  const own = query.columns?.[0]?.type ?? UNKNOWN;
  const type = comparisonType(value.type, own) ?? UNKNOWN;
  const left = isNumeric(value.type) ? value : castTo(value, type, where);
  const right = isFree(own, type)
    ? query.duckSql
    : `SELECT ${castTo(atom("c1", own), type, where).sql} FROM (${query.duckSql}) AS s(c1)`;
  return compound(`(${left.sql}) ${node.not ? "NOT " : ""}IN (${right})`, BOOLEAN);
}

/** No cast where DuckDB compares by value anyway. */
function isFree(from: SparkType, to: SparkType): boolean {
  const areNumbers = isNumeric(from) && isNumeric(to);
  return areNumbers || hasUnknown(to) || from.kind === "void" || sameType(from, to);
}
