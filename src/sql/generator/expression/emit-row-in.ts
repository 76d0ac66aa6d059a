import type { OutputColumn } from "../../translation.ts";
import type { Expression, Located } from "../../tree/expression.ts";
import { BOOLEAN, UNKNOWN } from "../../types/spark-types.ts";
import { emitComparison } from "./emit-comparison.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, operand, type TypedSql } from "../scope/typed-sql.ts";

interface RowIn {
  readonly values: readonly TypedSql[];
  readonly duckSql: string;
  readonly columns: readonly OutputColumn[] | undefined;
}

/**
 * `(a, b) IN (query)` with three values: true where a row equals, NULL where a row may equal (a NULL is
 * in the way, and nothing differs), else false. DuckDB compares whole rows, and not NULL by NULL.
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
    return operand(emitComparison("=", { left, right, scope, at: node.at }));
  });
  const exists = (condition: string): string =>
    `EXISTS (SELECT 1 FROM (${duckSql}) AS ${alias}(${names.join(", ")}) WHERE ${condition})`;
  const equal = exists(tests.join(" AND "));
  const possible = exists(tests.map((test) => `${test} IS NOT FALSE`).join(" AND "));
  const [yes, no] = node.not ? ["FALSE", "TRUE"] : ["TRUE", "FALSE"];
  return atom(`CASE WHEN ${equal} THEN ${yes} WHEN ${possible} THEN NULL ELSE ${no} END`, BOOLEAN);
}
