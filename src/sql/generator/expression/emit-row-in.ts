import type { OutputColumn } from "../../translated-query.ts";
import type { Expression, Located } from "../../tree/expression.ts";
import { BOOLEAN, UNKNOWN } from "../../types/spark-types.ts";
import { emitComparison } from "./emit-comparison.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

interface RowIn {
  readonly values: readonly TypedSql[];
  readonly duckSql: string;
  readonly columns: readonly OutputColumn[] | undefined;
}

/**
 * `(a, b) IN (query)`: true where a row equals. NOT IN is false where a row may equal (a NULL is in the
 * way, and nothing differs). DuckDB compares whole rows, and not NULL by NULL.
 */
export function emitRowIn(
  node: Located & Extract<Expression, { kind: "in-query" }>,
  { values, duckSql, columns }: RowIn,
  scope: Scope,
): TypedSql {
  const alias = scope.emitter.freshName("in");
  const names = values.map((_value, index) => `c${index + 1}`);
  const tests = values.map((left, index) => {
    const right = atom(`${alias}.${names[index] ?? ""}`, columns?.[index]?.type ?? UNKNOWN);
    const test = operand(emitComparison("=", { left, right, scope, at: node.at }));
    return node.not ? `${test} IS NOT FALSE` : test;
  });
  const rows = `SELECT 1 FROM (${duckSql}) AS ${alias}(${names.join(", ")}) WHERE ${tests.join(" AND ")}`;
  return compound(`${node.not ? "NOT " : ""}EXISTS (${rows})`, BOOLEAN);
}
