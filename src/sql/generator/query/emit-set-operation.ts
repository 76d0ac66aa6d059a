import { sqlRuleBroken, sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { quoteName } from "../../quote-name.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import type { OutputColumn, TranslatedQuery } from "../../translated-query.ts";
import type { QueryBody, SetOperation } from "../../tree/query.ts";
import { widerType } from "../../types/common-type.ts";
import { hasUnknown, sameType } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import type { Scope } from "../scope/scope.ts";
import { atom } from "../scope/typed-sql.ts";

/** UNION, EXCEPT, INTERSECT: both sides in common column types; names come from the left. */
export function emitSetOperation(
  node: SetOperation,
  emitSide: (side: QueryBody) => TranslatedQuery,
  scope: Scope,
): TranslatedQuery {
  const left = emitSide(node.left);
  const right = emitSide(node.right);
  const columns = commonColumns(node, left, right, scope);
  const word = `${node.op.toUpperCase()}${node.all ? " ALL" : ""}`;
  const sides = [left, right].map((side) => `(${inTypes(side, columns, scope, node.at)})`);
  return { duckSql: sides.join(` ${word} `), columns };
}

function commonColumns(
  node: SetOperation,
  left: TranslatedQuery,
  right: TranslatedQuery,
  scope: Scope,
): readonly OutputColumn[] | undefined {
  if (left.columns === undefined || right.columns === undefined) return left.columns;
  if (left.columns.length !== right.columns.length) {
    const counts = `${left.columns.length} and ${right.columns.length} columns`;
    throw sqlRuleBroken(
      `${node.op.toUpperCase()} joins queries of ${counts}`,
      scope.emitter.place(node.at),
    );
  }
  const others = right.columns;
  return left.columns.map((column, index) => {
    const other = others[index]?.type ?? column.type;
    const type = widerType(column.type, other);
    if (type !== undefined) return { ...column, type };
    const problem = `finds no common type for column "${column.name}": ${sparkTypeText(column.type)} and ${sparkTypeText(other)}`;
    throw sqlTypeMismatch(node.op.toUpperCase(), problem, scope.emitter.place(node.at));
  });
}

function inTypes(
  side: TranslatedQuery,
  columns: readonly OutputColumn[] | undefined,
  scope: Scope,
  at: number,
): string {
  const own = side.columns;
  if (own === undefined || columns === undefined) return side.duckSql;
  const wanted = (index: number): SparkType => columns[index]?.type ?? { kind: "unknown" };
  const isSame = own.every(
    (column, index) =>
      sameType(column.type, wanted(index)) ||
      hasUnknown(wanted(index)) ||
      column.type.kind === "void",
  );
  if (isSame) return side.duckSql;
  const names = own.map((_column, index) => `c${index + 1}`);
  const items = own.map((column, index) => {
    const value = castTo(atom(names[index] ?? "", column.type), wanted(index), { scope, at });
    return `${value.sql} AS ${quoteName(column.name)}`;
  });
  return `SELECT ${items.join(", ")} FROM (${side.duckSql}) AS s(${names.join(", ")})`;
}
