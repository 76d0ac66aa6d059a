import { sqlRuleBroken, sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { quoteName } from "../../quote-name.ts";
import type { InlineTable, TableAlias } from "../../tree/query.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import { widerTypeWithoutStrings } from "../../types/common-type.ts";
import { unify } from "../expression/emit-case.ts";
import type { EmittedRelation } from "./emitted-relation.ts";
import { innerScope, type Scope, type ScopeColumn } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/** VALUES as a relation: columns are col1, col2, ... unless the alias names them. */
export function emitInlineTable(table: InlineTable, outer: Scope): EmittedRelation {
  const scope = innerScope(outer);
  const width = table.rows[0]?.length ?? 0;
  const rows = table.rows.map((row) => {
    if (row.length === width) return row.map((each) => scope.emitter.emitExpression(each, scope));
    const problem = `a row of VALUES has ${row.length} value(s), and the first has ${width}`;
    throw sqlRuleBroken(problem, scope.emitter.place(row[0]?.at ?? table.at));
  });
  const unified = Array.from({ length: width }, (_each, index) =>
    unifyColumn(
      rows.flatMap((row) => row.slice(index, index + 1)),
      scope,
      table.at,
    ),
  );
  const columns = unified.map((values, index): ScopeColumn => ({
    name: columnName(table.alias, index),
    type: values[0]?.type ?? { kind: "void" },
  }));
  checkAlias(table, width, scope);
  const texts = rows.map(
    (_row, index) => `(${unified.map((values) => valueText(values[index])).join(", ")})`,
  );
  const name = table.alias?.name ?? scope.emitter.freshName("values");
  const list = columns.map((column) => quoteName(column.name)).join(", ");
  return {
    sql: `(VALUES ${texts.join(", ")}) AS ${quoteName(name)}(${list})`,
    relations: [table.alias?.name === undefined ? { columns } : { name, columns }],
    star: columns,
    isPlainStar: true,
  };
}

/** A column's values in one type: VALUES does not turn numbers and dates into strings. */
function unifyColumn(values: readonly TypedSql[], scope: Scope, at: number): readonly TypedSql[] {
  let common: SparkType = { kind: "void" };
  for (const { type } of values) {
    const wider = widerTypeWithoutStrings(common, type);
    if (wider === undefined) {
      const problem = `mixes ${sparkTypeText(common)} and ${sparkTypeText(type)} in one column`;
      throw sqlTypeMismatch("VALUES", problem, scope.emitter.place(at));
    }
    common = wider;
  }
  return unify(values, "values", scope, at);
}

function valueText(value: TypedSql | undefined): string {
  return value?.sql ?? "NULL";
}

function columnName(alias: TableAlias | undefined, index: number): string {
  return alias?.columns[index] ?? `col${index + 1}`;
}

function checkAlias(table: InlineTable, width: number, scope: Scope): void {
  const listed = table.alias?.columns.length ?? 0;
  if (listed === 0 || listed === width) return;
  const problem = `the alias of VALUES lists ${listed} column(s), and there are ${width}`;
  throw sqlRuleBroken(problem, scope.emitter.place(table.at));
}
